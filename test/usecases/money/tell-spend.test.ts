import { expect, it } from 'vitest';
import { listLedger } from '../../../src/usecases/money/ledger.ts';
import { findOverlap, type TellSpend, tellSpend } from '../../../src/usecases/money/tell-spend.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

const AGENCY: TellSpend = {
  ...{ by: MIA, overlap: 'ask', corrects: null },
  told: {
    ...{
      note: 'Agency',
      amount: '1.200,50',
      currency: 'EUR',
      side: 'marketing',
      source: null,
      campaign: null,
    },
    days: { from: '2026-11-01', to: '2026-11-30' },
  },
};

it.each(DIALECTS)(
  'What overlaps is found before anything is written, and told once it is said what it is, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const id = await tellSpend(ctx, AGENCY);
    const week = {
      ...AGENCY,
      told: { ...AGENCY.told, source: null, days: { from: '2026-11-01', to: '2026-11-07' } },
    };
    expect(await findOverlap(ctx, AGENCY)).toBeNull();
    expect(await findOverlap(ctx, week)).toMatchObject({ id, amount: { minor: 120050 }, to: '2026-11-30' });
    await expect(tellSpend(ctx, week)).rejects.toThrow(refused('spend_overlaps'));
    expect(await listLedger(ctx, { isWhole: true, limit: 9 })).toHaveLength(1);
    await tellSpend(ctx, { ...week, overlap: 'add' });
    // The same as it is already.
    expect(await tellSpend(ctx, { ...AGENCY, corrects: id })).toBe(id);
    const corrected = await tellSpend(ctx, {
      ...AGENCY,
      told: { ...AGENCY.told, amount: '1200' },
      corrects: id,
    });
    expect(await listLedger(ctx, { limit: 9 })).toMatchObject([
      { id: corrected, amount: { minor: 120000 } },
      {},
    ]);
  },
);

it('A source that is only looked at is not created, and nobody else tells', async () => {
  const ctx = await testContext('sqlite');
  const fair = { ...AGENCY, told: { ...AGENCY.told, source: 'Fair' } };
  expect(await findOverlap(ctx, fair)).toBeNull();
  const sources = () => ctx.db.transaction((tx) => tx.sql.selectFrom('source').select('name').execute());
  expect(await sources()).toEqual([]);
  await expect(tellSpend(ctx, { ...fair, by: ANA })).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(findOverlap(ctx, { ...fair, told: { ...fair.told, days: null } })).rejects.toMatchObject({
    problems: [{ field: 'days' }],
  });
});
