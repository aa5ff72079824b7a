import { expect, it } from 'vitest';
import { recordDeals, type ToldDeal } from '../../../src/usecases/deal/record-deals.ts';
import { recordOutcomes } from '../../../src/usecases/lead/record-outcomes.ts';
import { perform } from '../../../src/usecases/work.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { historyOf, leadNow, receiveOne } from '../../support/one-lead.ts';

const DEAL: ToldDeal = {
  ...{ vendor: 'hubspot', id: '77:501', stage: 'Closed', state: 'won', reason: null },
  ...{ amount: '1000', currency: null, at: null, contacts: [{ externalId: 'x1' }] },
};

function hear(ctx: TestContext, ...deals: Partial<ToldDeal>[]): Promise<void> {
  return perform(ctx, 'api', (work) =>
    recordDeals(
      work,
      deals.map((each) => ({ ...DEAL, ...each })),
    ),
  );
}

it.each(DIALECTS)(
  'A deal is told at any time and once, also where it names no day, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const leadId = await receiveOne(ctx, { externalId: 'x1' });
    await hear(ctx, {});
    ctx.clock.move(60_000);
    await hear(ctx, {}, {});
    expect(await historyOf(ctx, leadId)).toEqual(['received by api', 'won by api']);
    expect(await leadNow(ctx, leadId)).toMatchObject({
      state: 'won',
      value: { minor: 100_000, currency: 'EUR' },
    });
  },
);

it('What a file has said of a lead stays when its deal is open again', async () => {
  const ctx = await testContext('sqlite');
  const leadId = await receiveOne(ctx, { externalId: 'x1' });
  await recordOutcomes(ctx, 'import', [{ externalId: 'x1', outcome: 'won', at: ctx.clock.now() }]);
  await hear(ctx, { state: 'open' });
  expect(await leadNow(ctx, leadId)).toMatchObject({ state: 'won' });
});

it('An amount that is none is none, and a day that is to come is today', async () => {
  const ctx = await testContext('sqlite');
  const leadId = await receiveOne(ctx, { externalId: 'x1' });
  await hear(ctx, { amount: 'a lot', at: ctx.clock.now() + 1e9 });
  expect(await leadNow(ctx, leadId)).toMatchObject({ value: null, closedAt: ctx.clock.now() });
});
