/**
 * What a run of the nags costs: with nothing due among 1,000, 10,000 and 50,000 stored open leads (the baseline is the run at 1,000), and with
 * 10 and 100 due among each. It should grow with what is due and not with what is stored. `node bench/nags.ts [rounds]`, on SQLite, each
 * commit on disk.
 */
import type { Lead, LeadId } from '../src/domain/lead/lead.ts';
import type { PersonId } from '../src/domain/team/actor.ts';
import { sendNags } from '../src/usecases/nag/send-nags.ts';
import { sqliteFiles } from './databases.ts';
import { type BenchContext, benchContext, NOW, openLead, store } from './stored-leads.ts';
import { line, type Timing, timed } from './timing.ts';

const rounds = Number(process.argv[2] ?? 200);
const LATER = NOW + 30 * 24 * 3_600_000;

const databases = sqliteFiles();
const baselines = new Map<number, Timing>();
for (const stored of [1_000, 10_000, 50_000]) {
  const ctx = await benchContext(await databases.next());
  const quiet = Array.from({ length: stored }, (_, n) => ({ ...lead(ctx, n), nextNagAt: LATER }));
  await store(ctx, quiet);
  report(0, stored, await timed(rounds, () => sendNags(ctx)));
  for (const due of [10, 100]) {
    const ids = quiet.slice(0, due).map(({ id }) => id);
    report(
      due,
      stored,
      await timed(
        20,
        () => nagAbout(ctx, ids),
        () => makeDue(ctx, ids),
      ),
    );
  }
  await ctx.db.close();
}
await databases.stop();

function lead(ctx: BenchContext, n: number): Lead {
  return openLead(ctx, n, `U_REP${n % 10}` as PersonId);
}

/** As if none of them had ever been nagged about. */
function makeDue(ctx: BenchContext, ids: readonly LeadId[]): Promise<void> {
  return ctx.db.transaction(async (tx) => {
    await tx.sql.deleteFrom('nagReceipt').execute();
    await tx.sql.deleteFrom('nag').execute();
    await tx.sql.updateTable('lead').set({ nextNagAt: NOW }).where('id', 'in', ids).execute();
  });
}

async function nagAbout(ctx: BenchContext, ids: readonly LeadId[]): Promise<void> {
  await sendNags(ctx);
  const left = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').select('id').where('nextNagAt', '<=', NOW).where('id', 'in', ids).execute(),
  );
  if (left.length > 0) throw new Error(`${left.length} leads were left due`);
}

function report(due: number, stored: number, timing: Timing): void {
  const baseline = baselines.get(due) ?? timing;
  baselines.set(due, baseline);
  console.log(line(`${due} due among ${stored} open leads`, timing, baseline));
}
