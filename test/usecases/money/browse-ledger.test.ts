import { expect, it } from 'vitest';
import {
  browseLedger,
  loadLedgerEntry,
  prepareSpendForm,
} from '../../../src/usecases/money/browse-ledger.ts';
import { correctSpend } from '../../../src/usecases/money/correct-spend.ts';
import { withdrawFromLedger } from '../../../src/usecases/money/ledger.ts';
import { recordSpend } from '../../../src/usecases/money/record-spend.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MIA } from '../../support/people.ts';
import { spend } from '../../support/scorecard-facts.ts';

it.each(DIALECTS)(
  'The ledger is looked through page by page, and an amount says what it stands for, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const ads = (to: string, minor: number) =>
      spend({ source: 'Meta', campaign: 'Hotels', from: '2026-11-01', to, minor });
    await recordSpend(ctx, { by: 'api', spend: [ads('2026-11-07', 7), spend({ minor: 9, source: 'Fair' })] });
    const [second] = await recordSpend(ctx, { by: 'api', spend: [ads('2026-11-14', 14)] });
    const browse = (isWhole: boolean, offset = 0) =>
      browseLedger(ctx, { person: MIA, isWhole, offset, limit: 2 });
    expect(await browse(false)).toMatchObject({
      total: 2,
      entries: [{ amount: { minor: 14 }, inBatch: 1 }, { inBatch: 2 }],
    });
    expect(await browse(true, 2)).toMatchObject({ total: 3, entries: [{ state: 'replaced' }] });
    const look = async (id = '') => {
      const { replaced } = await loadLedgerEntry(ctx, MIA, id);
      return replaced.map(({ amount }) => amount.minor);
    };
    expect(await look(second?.id)).toEqual([7]);
    // What a correction stands for is what it corrects: taken back, that stands for the rest again.
    await correctSpend(ctx, MIA, { id: second?.id ?? '', spend: ads('2026-11-14', 15) });
    const { entries } = await browse(false);
    expect(await look(entries[0]?.id)).toEqual([14]);
    expect(await prepareSpendForm(ctx, MIA, entries[0]?.id ?? '')).toMatchObject({
      entry: { amount: { minor: 15 } },
    });
    await withdrawFromLedger(ctx, entries[0]?.id ?? '', MIA);
    await expect(prepareSpendForm(ctx, MIA, entries[0]?.id ?? '')).rejects.toMatchObject({
      kind: 'not_found',
    });
    await expect(loadLedgerEntry(ctx, MIA, 'nothing')).rejects.toMatchObject({ kind: 'not_found' });
  },
);

it('It is for marketing and managers', async () => {
  const ctx = await testContext('sqlite');
  const not = { kind: 'forbidden' };
  await expect(browseLedger(ctx, { person: ANA, isWhole: false, offset: 0, limit: 2 })).rejects.toMatchObject(
    not,
  );
  await expect(loadLedgerEntry(ctx, ANA, 'x')).rejects.toMatchObject(not);
  await expect(prepareSpendForm(ctx, ANA, null)).rejects.toMatchObject(not);
});
