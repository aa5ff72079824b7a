/** A run of the nags grows with what is due and not with what is stored: the same number due among 10,000 open leads, beside 1,000. */
import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { sendNags } from '../../src/usecases/nag/send-nags.ts';
import { alternate, compare, type Figure, timed } from '../harness/measure.ts';
import type { Row, RowOptions } from '../harness/row.ts';
import { type BenchContext, benchContext, NOW, openLead, store } from '../harness/stored-leads.ts';

const LATER = NOW + 30 * 24 * 3_600_000;

interface Team extends BenchContext {
  ids: LeadId[];
}

export const nags: Row = {
  title: 'a run of the nags among 10,000 open leads ÷ among 1,000',
  measure: async (options) => {
    const many = await teamOf(options, 10_000);
    const few = await teamOf(options, 1_000);
    const figures: Figure[] = [];
    for (const due of [0, 10, 100]) {
      const both = await alternate(
        options.rounds,
        () => run(many, due),
        () => run(few, due),
      );
      figures.push(compare(both, { name: `${due} due, p50`, unit: 'ms' }, ({ p50 }) => p50));
    }
    await Promise.all([many.db.close(), few.db.close()]);
    return figures;
  },
};

async function teamOf({ databases }: RowOptions, open: number): Promise<Team> {
  const ctx = await benchContext(await databases.next());
  const leads = Array.from({ length: open }, (_, n) => openLead(ctx, n, `U_REP${n % 10}` as PersonId));
  await store(ctx, leads);
  await ctx.db.transaction((tx) => tx.sql.updateTable('promise').set({ lookAt: LATER }).execute());
  return { ...ctx, ids: leads.map(({ id }) => id) };
}

async function run(team: Team, due: number) {
  if (due === 0) return timed(20, () => sendNags(team));
  const ids = team.ids.slice(0, due);
  await makeDue(team, ids);
  const timing = await timed(1, () => sendNags(team));
  await assertNoneDue(team, ids);
  return timing;
}

/** As if none of them had ever been nagged about. */
function makeDue(ctx: BenchContext, ids: readonly LeadId[]): Promise<void> {
  return ctx.db.transaction(async (tx) => {
    await tx.sql.deleteFrom('nagReceipt').execute();
    await tx.sql.deleteFrom('nag').execute();
    await tx.sql
      .updateTable('promise')
      .set({ lookAt: NOW, said: null, toldAt: null })
      .where('about', 'in', ids)
      .execute();
  });
}

async function assertNoneDue(ctx: BenchContext, ids: readonly LeadId[]): Promise<void> {
  const left = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('promise').select('id').where('lookAt', '<=', NOW).where('about', 'in', ids).execute(),
  );
  if (left.length > 0) throw new Error(`${left.length} leads were left due`);
}
