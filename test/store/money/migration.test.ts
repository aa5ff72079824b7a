import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { listLedger, withdrawFromLedger } from '../../../src/usecases/money/ledger.ts';
import { recordSpend, type SpendInput } from '../../../src/usecases/money/record-spend.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { spend } from '../../support/scorecard-facts.ts';

/** As a version of before has left it: what was replaced names a batch, and no amount says what it was for. */
async function asBefore(ctx: TestContext): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const run = (text: string) => sql.raw(text).execute(tx.sql);
    await run(
      'create table before (spend_id text not null references spend (id), batch_id text not null references spend_batch (id))',
    );
    await run(
      'insert into before select distinct r.spend_id, s.batch_id from (select o.id as spend_id, v.by_version_id as by_id from spend_replaced_version v join spend o on o.version_id = v.version_id) r join spend s on s.version_id = r.by_id',
    );
    await run('drop table spend_replaced_version');
    await run('drop table spend_correction');
    await run('drop index spend_version');
    await run('alter table spend drop column version_id');
    await run("delete from kysely_migration where name = '20261128T0600-spend-versions'");
    await run('alter table before rename to spend_replacement');
    await run('alter table spend drop column note');
    await run("delete from kysely_migration where name = '20261128T0020-spend-amounts'");
  });
}

it.each(DIALECTS)(
  'A ledger of before counts what it counted, and gives back what one amount of a batch had replaced, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const record = (...inputs: SpendInput[]) => recordSpend(ctx, { by: 'api', spend: inputs });
    const [hotels, spas] = ['Hotels', 'Spas'].map((campaign) =>
      spend({ minor: 1, source: 'Google Ads', campaign }),
    );
    if (!hotels || !spas) throw new Error('There are two');
    const bigger = (one: SpendInput) => ({ ...one, amount: { minor: 2, currency: 'EUR' } });
    await record(hotels, spas);
    const [first] = await record(bigger(hotels), { ...bigger(spas), source: null });
    const shown = async () => {
      const entries = await listLedger(ctx, { limit: 9 });
      return entries.map(({ campaign, amount }) => `${campaign} ${amount.minor}`).toSorted();
    };
    const before = await shown();
    expect(before).toEqual(['Hotels 2', 'Spas 2']);
    await asBefore(ctx);
    await ctx.db.migrate();
    expect(await shown()).toEqual(before);
    await withdrawFromLedger(ctx, first?.id ?? '', 'api');
    expect(await shown()).toEqual(['Hotels 1', 'Spas 2']);
  },
);
