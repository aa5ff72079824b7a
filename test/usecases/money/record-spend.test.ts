import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSpendBetween } from '../../../src/store/money/spend.ts';
import { listLedger, withdrawFromLedger } from '../../../src/usecases/money/ledger.ts';
import { recordSpend, type SpendInput } from '../../../src/usecases/money/record-spend.ts';
import { loadReport } from '../../../src/usecases/report/build-report.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { refused } from '../../support/refused.ts';
import { spend } from '../../support/scorecard-facts.ts';

function record(ctx: TestContext, ...inputs: SpendInput[]) {
  return recordSpend(ctx, { by: 'api', spend: inputs });
}

/** What is counted, as text that differs by a byte where a figure does. */
async function counted(ctx: TestContext): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) => findSpendBetween(tx, '2020-01-01', '2030-12-31'));
  return rows
    .map(({ campaign, from, to, amount: { minor, currency } }) =>
      [campaign, from, to, minor, currency].join(' '),
    )
    .toSorted();
}

async function batchOf(ctx: TestContext, [first]: readonly { id: string }[]): Promise<string> {
  const entries = await listLedger(ctx, { isWhole: true, limit: 1_000 });
  return entries.find(({ id }) => id === first?.id)?.batch ?? '';
}

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}`;
const until = (
  to: number,
  minor: number,
  changes: Partial<SpendInput> & { currency?: string } = {},
): SpendInput => spend({ campaign: 'Hotels', from: day(1), to: day(to), minor, ...changes });

for (const dialect of DIALECTS)
  describe(`spend is a ledger, on ${dialect}`, () => {
    it('a newer report of the same campaign and days, or of more days, stands for the older one, whatever its currency', async () => {
      const ctx = await testContext(dialect);
      await record(ctx, until(7, 70_000));
      await record(ctx, until(14, 140_000, { campaign: ' HOTELS' }));
      expect(await record(ctx, until(21, 210_000))).toMatchObject([{ replaced: 1, isUnchanged: false }]);
      expect(await counted(ctx)).toEqual(['Hotels 2026-11-01 2026-11-21 210000 EUR']);
      await record(ctx, until(21, 200_000, { currency: 'USD' }));
      expect(await counted(ctx)).toEqual(['Hotels 2026-11-01 2026-11-21 200000 USD']);
    });

    it('other sides, sources and campaigns, and amounts of one delivery, stand beside each other', async () => {
      const ctx = await testContext(dialect);
      const others = [
        { side: 'sales' },
        { source: 'Fair' },
        { campaign: null },
        { campaign: 'Spas' },
      ] as const;
      await record(ctx, until(7, 1), until(7, 1));
      for (const other of others) await record(ctx, until(7, 2, other));
      expect(await counted(ctx)).toHaveLength(6);
    });

    it('an agency and a salary of the same month, which name no source, are asked about and never stand for each other', async () => {
      const ctx = await testContext(dialect);
      const month = (minor: number, overlap?: 'add' | 'replace'): SpendInput => ({
        ...until(30, minor, { source: null, campaign: null }),
        ...(overlap && { overlap }),
      });
      await record(ctx, month(100_000));
      await expect(record(ctx, month(50_000))).rejects.toThrow(refused('spend_overlaps'));
      expect(await record(ctx, month(50_000, 'add'))).toMatchObject([{ replaced: 0 }]);
      expect(await record(ctx, month(100_000))).toMatchObject([{ isUnchanged: true }]);
      expect(await counted(ctx)).toHaveLength(2);
      await record(ctx, month(70_000, 'replace'));
      expect(await counted(ctx)).toEqual([' 2026-11-01 2026-11-30 70000 EUR']);
    });

    it('amounts that are the same but for what they were for are both counted, and only the same again stands for one', async () => {
      const ctx = await testContext(dialect);
      const month = (note: string, minor = 100_000): SpendInput => ({
        ...until(30, minor, { source: null, campaign: null }),
        note,
      });
      await record(ctx, month('Agency'));
      await record(ctx, month('Salaries'));
      expect(await record(ctx, month(' AGENCY'))).toMatchObject([{ isUnchanged: true, replaced: 1 }]);
      await expect(record(ctx, month('agency', 70_000))).rejects.toThrow(refused('spend_overlaps'));
      expect(await counted(ctx)).toHaveLength(2);
      // The report of the platform is no newer version of what the agency took for it.
      await record(ctx, { ...until(7, 500), note: 'Agency fee' });
      await record(ctx, until(14, 900));
      expect(await counted(ctx)).toHaveLength(4);
    });

    it('one amount of a batch that is taken back gives back what it had replaced, and the others stay', async () => {
      const ctx = await testContext(dialect);
      await record(ctx, until(7, 1), until(7, 2, { campaign: 'Spas' }));
      const [hotels] = await record(ctx, until(7, 10), until(7, 20, { campaign: 'Spas' }));
      await withdrawFromLedger(ctx, hotels?.id ?? '', 'api');
      expect(await counted(ctx)).toEqual([
        'Hotels 2026-11-01 2026-11-07 1 EUR',
        'Spas 2026-11-01 2026-11-07 20 EUR',
      ]);
    });

    it('of the days of a month that stand for it, the last one that touches it gives it back', async () => {
      const ctx = await testContext(dialect);
      await record(ctx, until(2, 300));
      const days = await record(ctx, ...[1, 2, 3].map((n) => ({ ...until(n, 90), from: day(n) })));
      await withdrawFromLedger(ctx, days[0]?.id ?? '', 'api');
      expect(await counted(ctx)).toHaveLength(2);
      await withdrawFromLedger(ctx, days[1]?.id ?? '', 'api');
      expect(await counted(ctx)).toEqual([
        'Hotels 2026-11-01 2026-11-02 300 EUR',
        'Hotels 2026-11-03 2026-11-03 90 EUR',
      ]);
    });

    it('days one by one stand for the month when together they cover it, and are asked about when they do not', async () => {
      const ctx = await testContext(dialect);
      await record(ctx, until(3, 300));
      await expect(record(ctx, spend({ ...until(2, 50), from: day(2), minor: 50 }))).rejects.toMatchObject({
        problems: [
          { field: 'from', refusal: { code: 'spend_overlaps', facts: { from: day(1), to: day(3) } } },
        ],
      });
      expect(await counted(ctx)).toEqual(['Hotels 2026-11-01 2026-11-03 300 EUR']);
      await record(ctx, ...[1, 2, 3].map((n) => ({ ...until(n, 90), from: day(n) })));
      expect(await counted(ctx)).toHaveLength(3);
    });

    it('what covers a part of the days replaces or adds, as somebody says', async () => {
      const ctx = await testContext(dialect);
      await record(ctx, until(14, 1400));
      const later = { ...until(21, 900), from: day(8) };
      await record(ctx, { ...later, overlap: 'add' });
      expect(await counted(ctx)).toHaveLength(2);
      await record(ctx, { ...until(20, 800), from: day(9), overlap: 'replace' });
      expect(await counted(ctx)).toEqual(['Hotels 2026-11-09 2026-11-20 800 EUR']);
    });

    it('spend with a campaign and no source belongs to the campaign’s source', async () => {
      const ctx = await testContext(dialect);
      await record(ctx, until(7, 100, { source: 'Webinar' }));
      await record(ctx, until(7, 250, { source: null }));
      const { rows } = await loadReport(ctx, { from: day(1), to: day(30), by: 'source' });
      expect(rows.map(({ key, spend }) => [key, spend])).toEqual([['Webinar', 2.5]]);
    });

    it('what was recorded before batches were kept is counted as it was, until a newer report covers it', async () => {
      const ctx = await testContext(dialect);
      for (const to of [7, 14]) await record(ctx, until(to, to * 100));
      await ctx.db.transaction(async (tx) => {
        await tx.sql.deleteFrom('spendReplacedVersion').execute();
        await tx.sql.updateTable('spend').set({ batchId: null, nameKey: null }).execute();
        await tx.sql.deleteFrom('spendBatch').execute();
      });
      expect(await counted(ctx)).toHaveLength(2);
      await record(ctx, until(21, 2100));
      expect(await counted(ctx)).toEqual(['Hotels 2026-11-01 2026-11-21 2100 EUR']);
      const [, second] = await listLedger(ctx, { isWhole: true, limit: 9 });
      expect(second).toMatchObject({ batch: null, state: 'replaced' });
    });

    it('an amount that was taken back is no more taken back again', async () => {
      const ctx = await testContext(dialect);
      const [first] = await record(ctx, until(7, 100));
      const [second] = await record(ctx, until(7, 200));
      await withdrawFromLedger(ctx, second?.id ?? '', 'api');
      expect(await counted(ctx)).toEqual(['Hotels 2026-11-01 2026-11-07 100 EUR']);
      await expect(withdrawFromLedger(ctx, second?.id ?? '', 'api')).rejects.toMatchObject({
        kind: 'not_found',
      });
      expect(await listLedger(ctx, { isWhole: true, limit: 9 })).toMatchObject([
        { id: second?.id, state: 'withdrawn' },
        { id: first?.id, state: 'counted' },
      ]);
    });
  });

const step = fc.record({
  campaigns: fc.uniqueArray(fc.constantFrom('Hotels', 'Spas', 'hotels '), {
    minLength: 1,
    selector: (name) => name.trim().toLowerCase(),
  }),
  grows: fc.integer({ min: 0, max: 2 }),
  minor: fc.integer({ min: 0, max: 9_999 }),
  isDaily: fc.boolean(),
  currency: fc.constantFrom('EUR', 'USD'),
});

/** Exports of the month so far, each of the same days as the one before or of more, as one row or day by day. */
const exports = fc.array(step, { minLength: 1, maxLength: 5 }).map((steps) => {
  let to = 3;
  return steps.map(({ grows, campaigns, minor, isDaily, currency }) => {
    to = Math.min(30, to + grows);
    return campaigns.flatMap((campaign) =>
      isDaily
        ? Array.from({ length: to }, (_, n) => ({
            ...until(n + 1, minor + n, { campaign, currency }),
            from: day(n + 1),
          }))
        : [until(to, minor, { campaign, currency })],
    );
  });
});

/** Of each campaign, what the last file with it said. */
function lastTruth(files: readonly SpendInput[][]): string[] {
  const last = new Map<string, string[]>();
  for (const file of files) {
    const those = Map.groupBy(file, ({ campaign }) => campaign?.trim().toLowerCase() ?? '');
    for (const [campaign, rows] of those)
      last.set(
        campaign,
        rows.map(({ from, to, amount: { minor, currency } }) =>
          [campaign, from, to, minor, currency].join(' '),
        ),
      );
  }
  return [...last.values()].flat().toSorted();
}

async function bare(ctx: TestContext): Promise<string[]> {
  const all = await counted(ctx);
  return all.map((text) => text.toLowerCase().replace(/(eur|usd)$/, (c) => c.toUpperCase())).toSorted();
}

describe('any sequence of growing, corrected and repeated exports', () => {
  it('ends at the last file’s truth, and taking them back, one by one in any order, restores every figure', async () => {
    const ctx = await testContext('sqlite');
    await fc.assert(
      fc.asyncProperty(exports, fc.infiniteStream(fc.nat()), async (files, picks) => {
        const left: { id: string; file: SpendInput[] }[] = [];
        for (const file of files) {
          left.push({ id: await batchOf(ctx, await record(ctx, ...file)), file });
          expect(await bare(ctx)).toEqual(lastTruth(left.map(({ file }) => file)));
        }
        while (left.length > 0) {
          const [gone] = left.splice((picks.next().value ?? 0) % left.length, 1);
          await withdrawFromLedger(ctx, gone?.id ?? '', 'api');
          expect(await bare(ctx)).toEqual(lastTruth(left.map(({ file }) => file)));
        }
      }),
      { numRuns: 30 },
    );
  });
});
