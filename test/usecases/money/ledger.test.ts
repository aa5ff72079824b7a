import { expect, it } from 'vitest';
import { listLedger, withdrawFromLedger } from '../../../src/usecases/money/ledger.ts';
import { recordSpend } from '../../../src/usecases/money/record-spend.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { spend } from '../../support/scorecard-facts.ts';

it.each(DIALECTS)(
  'A batch is taken back with all that it brought, and stays in the ledger, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    await recordSpend(ctx, { by: 'api', spend: [spend({ minor: 1 })] });
    await recordSpend(ctx, {
      by: 'api',
      spend: [spend({ minor: 2 }), spend({ minor: 3, campaign: 'Spas' })],
    });
    const states = async () =>
      (await listLedger(ctx, { isWhole: true, limit: 9 }))
        .map(({ amount, state }) => [amount.minor, state])
        .toSorted();
    expect(await states()).toEqual([
      [1, 'replaced'],
      [2, 'counted'],
      [3, 'counted'],
    ]);
    const [last] = await listLedger(ctx, { limit: 1 });
    await withdrawFromLedger(ctx, last?.batch ?? '', 'api');
    expect(await states()).toEqual([
      [1, 'counted'],
      [2, 'withdrawn'],
      [3, 'withdrawn'],
    ]);
  },
);
