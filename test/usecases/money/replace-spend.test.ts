import { expect, it } from 'vitest';
import { correctSpend } from '../../../src/usecases/money/correct-spend.ts';
import { listLedger, withdrawFromLedger } from '../../../src/usecases/money/ledger.ts';
import { recordSpend } from '../../../src/usecases/money/record-spend.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA } from '../../support/people.ts';
import { spend } from '../../support/scorecard-facts.ts';

it.each(DIALECTS)(
  'A campaign is found again by its platform’s id, and by any spelling of its source, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const named = {
      ...spend({ minor: 1, source: 'Google Ads', campaign: 'Hotels' }),
      campaignId: '20999888777',
    };
    await recordSpend(ctx, { by: 'api', spend: [named] });
    const byId = spend({ minor: 2, source: 'google-ads', campaign: '20999888777' });
    expect(await recordSpend(ctx, { by: 'api', spend: [byId] })).toMatchObject([{ replaced: 1 }]);
    expect(await listLedger(ctx, { limit: 9 })).toMatchObject([{ campaign: 'Hotels', amount: { minor: 2 } }]);
  },
);

/** A report that says for how much each ad set of a campaign was shown, and no more of the ad set than that. */
async function report(ctx: TestContext, to: string, amounts: readonly number[]): Promise<string[]> {
  const days = { source: 'Meta', campaign: 'Hotels', from: '2026-11-01', to };
  const answers = await recordSpend(ctx, {
    by: 'api',
    spend: amounts.map((minor) => spend({ ...days, minor })),
  });
  return answers.map(({ id }) => id);
}

async function counted(ctx: TestContext): Promise<number[]> {
  const entries = await listLedger(ctx, { limit: 1_000 });
  return entries.map(({ amount }) => amount.minor).toSorted((a, b) => a - b);
}

it.each(DIALECTS)(
  'Fifty ad sets that are reported again are one pair of versions, not 2,500 pairs of amounts, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const adSets = Array.from({ length: 50 }, (_, n) => n + 1);
    for (const to of ['2026-11-07', '2026-11-14', '2026-11-21']) await report(ctx, to, adSets);
    expect(await counted(ctx)).toEqual(adSets);
    const pairs = await ctx.db.transaction((tx) =>
      tx.sql.selectFrom('spendReplacedVersion').selectAll().execute(),
    );
    expect(pairs).toHaveLength(3);
  },
);

it.each(DIALECTS)(
  'Ad sets of one report stand for those of the one before together, and each is corrected and taken back alone, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    await report(ctx, '2026-11-07', [1, 2, 3]);
    const [first = '', second = '', third = ''] = await report(ctx, '2026-11-14', [10, 20, 30]);
    await withdrawFromLedger(ctx, first, MIA);
    expect(await counted(ctx)).toEqual([20, 30]);
    const better = { source: 'Meta', campaign: 'Hotels', from: '2026-11-01', to: '2026-11-14', minor: 25 };
    await correctSpend(ctx, MIA, { id: second, spend: spend(better) });
    expect(await counted(ctx)).toEqual([25, 30]);
    await withdrawFromLedger(ctx, third, MIA);
    expect(await counted(ctx)).toEqual([25]);
    await report(ctx, '2026-11-21', [100, 200]);
    expect(await counted(ctx)).toEqual([100, 200]);
    for (const { id } of await listLedger(ctx, { limit: 9 })) await withdrawFromLedger(ctx, id, MIA);
    expect(await counted(ctx)).toEqual([25]);
    // With its correction: nothing of that report is left.
    await withdrawFromLedger(ctx, second, MIA);
    expect(await counted(ctx)).toEqual([1, 2, 3]);
  },
);
