import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../src/domain/money/ledger.ts';
import { AppError } from '../../../src/errors.ts';
import { correctSpend } from '../../../src/usecases/money/correct-spend.ts';
import { listLedger, withdrawFromLedger } from '../../../src/usecases/money/ledger.ts';
import { recordSpend, type SpendInput } from '../../../src/usecases/money/record-spend.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { spend } from '../../support/scorecard-facts.ts';

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}`;
const hotels = (from: number, to: number, minor: number, changes: Partial<SpendInput> = {}): SpendInput => ({
  ...spend({ source: 'Google Ads', campaign: 'Hotels', from: day(from), to: day(to), minor }),
  ...changes,
});

async function record(ctx: TestContext, ...inputs: SpendInput[]): Promise<string[]> {
  return (await recordSpend(ctx, { by: 'api', spend: inputs })).map(({ id }) => id);
}

function counted(ctx: TestContext): Promise<string[]> {
  return figures(ctx, () => true);
}

async function figures(ctx: TestContext, isMeant: (entry: LedgerEntry) => boolean): Promise<string[]> {
  const entries = await listLedger(ctx, { limit: 10_000 });
  return entries
    .filter(isMeant)
    .map(({ campaign, note, from, to, amount: { minor, currency } }) =>
      [campaign, note, from.slice(8), to.slice(8), minor, currency].filter(Boolean).join(' '),
    )
    .toSorted();
}

for (const dialect of DIALECTS)
  describe(`an amount that is corrected, on ${dialect}`, () => {
    it('is counted no more, and again when its correction is taken back, with what it had replaced as before', async () => {
      const ctx = await testContext(dialect);
      await record(ctx, hotels(1, 7, 70));
      const [id = ''] = await record(ctx, hotels(1, 14, 1400));
      await correctSpend(ctx, MIA, { id, spend: hotels(1, 14, 140) });
      expect(await counted(ctx)).toEqual(['Hotels 01 14 140 EUR']);
      const [first] = await listLedger(ctx, { limit: 1 });
      expect(first).toMatchObject({ recordedBy: MIA });
      await withdrawFromLedger(ctx, first?.id ?? '', MIA);
      expect(await counted(ctx)).toEqual(['Hotels 01 14 1400 EUR']);
      await withdrawFromLedger(ctx, id, MIA);
      expect(await counted(ctx)).toEqual(['Hotels 01 07 70 EUR']);
    });

    it('was it recorded for another campaign, it gives back what it had replaced there', async () => {
      const ctx = await testContext(dialect);
      await record(ctx, hotels(1, 7, 70));
      const [id = ''] = await record(ctx, hotels(1, 14, 140));
      await correctSpend(ctx, MIA, { id, spend: hotels(1, 14, 140, { campaign: 'Spas' }) });
      expect(await counted(ctx)).toEqual(['Hotels 01 07 70 EUR', 'Spas 01 14 140 EUR']);
    });

    it('goes with its batch, and its correction with it', async () => {
      const ctx = await testContext(dialect);
      const [id = ''] = await record(ctx, hotels(1, 7, 70), hotels(1, 7, 30));
      await correctSpend(ctx, MIA, { id, spend: hotels(1, 7, 75) });
      // The other ad set of the campaign stands beside it as before.
      expect(await counted(ctx)).toEqual(['Hotels 01 07 30 EUR', 'Hotels 01 07 75 EUR']);
      const [entry] = await listLedger(ctx, { ids: [id], isWhole: true, limit: 1 });
      await withdrawFromLedger(ctx, entry?.batch ?? '', MIA);
      expect(await counted(ctx)).toEqual([]);
    });

    it('may be corrected again, and only as long as it is counted', async () => {
      const ctx = await testContext(dialect);
      const [id = ''] = await record(ctx, hotels(1, 7, 70));
      await correctSpend(ctx, MIA, { id, spend: hotels(1, 7, 71) });
      await expect(correctSpend(ctx, MIA, { id, spend: hotels(1, 7, 72) })).rejects.toThrow(
        refused('spend_replaced'),
      );
      const [second] = await listLedger(ctx, { limit: 1 });
      await correctSpend(ctx, MIA, { id: second?.id ?? '', spend: hotels(1, 7, 72) });
      expect(await counted(ctx)).toEqual(['Hotels 01 07 72 EUR']);
      await withdrawFromLedger(ctx, second?.id ?? '', MIA);
      expect(await counted(ctx)).toEqual(['Hotels 01 07 70 EUR']);
      await withdrawFromLedger(ctx, id, MIA);
      await expect(correctSpend(ctx, MIA, { id, spend: hotels(1, 7, 72) })).rejects.toThrow(
        refused('spend_not_found'),
      );
    });

    it('stays replaced by what comes back and stood for it', async () => {
      const ctx = await testContext(dialect);
      const [early = ''] = await record(ctx, hotels(1, 7, 70));
      const [report = ''] = await record(ctx, hotels(1, 14, 140));
      await correctSpend(ctx, MIA, { id: report, spend: hotels(1, 14, 140, { campaign: 'Spas' }) });
      await correctSpend(ctx, MIA, { id: early, spend: hotels(1, 7, 75) });
      const moved = (await listLedger(ctx, { limit: 9 })).find(({ campaign }) => campaign === 'Spas');
      await withdrawFromLedger(ctx, moved?.id ?? '', MIA);
      expect(await counted(ctx)).toEqual(['Hotels 01 14 140 EUR']);
    });
  });

it('What a correction newly overlaps is asked about; without a change nothing is written', async () => {
  const ctx = await testContext('sqlite');
  const [id = ''] = await record(ctx, hotels(1, 7, 70));
  await record(ctx, hotels(8, 14, 80));
  const correct = (to: number, changes: Partial<SpendInput> = {}) =>
    correctSpend(ctx, MIA, { id, spend: hotels(1, to, 70, changes) });
  await correct(7, { source: 'google ads' });
  expect(await listLedger(ctx, { isWhole: true, limit: 9 })).toHaveLength(2);
  await expect(correct(10)).rejects.toThrow(refused('spend_overlaps'));
  await correct(10, { overlap: 'add' });
  expect(await counted(ctx)).toEqual(['Hotels 01 10 70 EUR', 'Hotels 08 14 80 EUR']);
});

it('Only marketing and managers correct, record and take back', async () => {
  const ctx = await testContext('sqlite');
  const [id = ''] = await record(ctx, hotels(1, 7, 70));
  await correctSpend(ctx, MAX, { id, spend: hotels(1, 7, 71) });
  const not = { kind: 'forbidden' };
  await expect(correctSpend(ctx, ANA, { id, spend: hotels(1, 7, 72) })).rejects.toMatchObject(not);
  await expect(recordSpend(ctx, { by: ANA, spend: [hotels(1, 7, 72)] })).rejects.toMatchObject(not);
  await expect(withdrawFromLedger(ctx, id, ANA)).rejects.toMatchObject(not);
});

interface Told {
  campaign: string | null;
  note: string | null;
  minor: number;
}

type Step =
  | { do: 'record'; rows: Told[]; from: number; to: number; overlap: SpendInput['overlap'] }
  | { do: 'correct'; which: number; row: Told; from: number; to: number; overlap: SpendInput['overlap'] }
  | { do: 'undo'; which: number; whole: boolean };

const row = fc.record({
  campaign: fc.constantFrom('Hotels', 'Hotels', 'Spas', null),
  note: fc.constantFrom(null, null, 'fee'),
  minor: fc.integer({ min: 1, max: 99 }),
});
const days = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 6 }))
  .map(([from, more]) => ({ from, to: from + more }));
const overlap = fc.constantFrom('ask', 'add', 'replace') as fc.Arbitrary<SpendInput['overlap']>;
const which = fc.nat({ max: 50 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({ rows: fc.array(row, { minLength: 1, maxLength: 3 }), days, overlap })
    .map(({ days, ...rest }) => ({ do: 'record' as const, ...rest, ...days })),
  fc
    .record({ which, row, days, overlap })
    .map(({ days, ...rest }) => ({ do: 'correct' as const, ...rest, ...days })),
  fc.record({ which, whole: fc.boolean() }).map((rest) => ({ do: 'undo' as const, ...rest })),
);

/** What has happened and was not refused, so that it can be told again to another ledger. */
type Done = { ids: string[]; inputs: SpendInput[]; of: string | null };

/** Each ledger is one source of the same database. */
let ledgers = 0;

function newLedger(): string {
  ledgers += 1;
  return `Ledger ${ledgers}`;
}

describe('any sequence of recording, correcting and taking back', () => {
  it('ends at the figures of a fresh ledger that was told only what is left', async () => {
    const ctx = await testContext('sqlite');
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 12 }), async (steps) => {
        const source = newLedger();
        const done: Done[] = [];
        for (const step of steps) await run(ctx, { step, source, done });
        const left = new Set(await living(ctx, source));
        const fresh = newLedger();
        await tellAgain(ctx, done, { left, source: fresh });
        expect(await figures(ctx, (entry) => entry.source === fresh)).toEqual(
          await figures(ctx, (entry) => entry.source === source),
        );
      }),
      { numRuns: 40 },
    );
  });
});

function inputOf({ campaign, note, minor }: Told, { from, to, overlap }: Extract<Step, { from: number }>) {
  return (source: string): SpendInput => hotels(from, to, minor, { campaign, note, source, overlap });
}

/** The last recorded first. */
async function living(ctx: TestContext, source: string): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql
      .selectFrom('spend')
      .select('id')
      .where('source', '=', source)
      .where('withdrawnAt', 'is', null)
      .orderBy('id', 'desc')
      .execute(),
  );
  return rows.map(({ id }) => id);
}

async function run(
  ctx: TestContext,
  { step, source, done }: { step: Step; source: string; done: Done[] },
): Promise<void> {
  const left = await living(ctx, source);
  if (step.do === 'record') {
    const inputs = step.rows.map((row) => inputOf(row, step)(source));
    const ids = await unlessRefused(() => record(ctx, ...inputs));
    if (ids) done.push({ ids, inputs, of: null });
    return;
  }
  const id = left[step.which % left.length];
  if (id === undefined) return;
  if (step.do === 'undo') {
    const [entry] = await listLedger(ctx, { ids: [id], isWhole: true, limit: 1 });
    return withdrawFromLedger(ctx, step.whole ? (entry?.batch ?? id) : id, 'api');
  }
  const input = inputOf(step.row, step)(source);
  const made = await unlessRefused(() => correct(ctx, id, { input, source }));
  if (made) done.push({ ids: [made], inputs: [input], of: id });
}

interface Wish {
  input: SpendInput;
  source: string;
}

async function correct(ctx: TestContext, id: string, { input, source }: Wish): Promise<string> {
  await correctSpend(ctx, 'api', { id, spend: input });
  const [last = ''] = await living(ctx, source);
  return last;
}

/** Null: it was refused, and nothing has happened. */
async function unlessRefused<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (thrown) {
    if (thrown instanceof AppError) return null;
    throw thrown;
  }
}

async function tellAgain(
  ctx: TestContext,
  done: readonly Done[],
  { left, source }: { left: ReadonlySet<string>; source: string },
): Promise<void> {
  const again = new Map<string, string>();
  for (const { ids, inputs, of } of done) {
    const those = ids.flatMap((id, index) => (left.has(id) ? [{ id, input: inputs[index] }] : []));
    if (those.length === 0) continue;
    const told = (overlap?: SpendInput['overlap']) =>
      those.map(({ input }) => ({ ...input, source, ...(overlap && { overlap }) }) as SpendInput);
    const tell = async (inputs: SpendInput[]) =>
      of === null
        ? record(ctx, ...inputs)
        : [await correct(ctx, again.get(of) ?? '', { input: inputs[0] as SpendInput, source })];
    // What lay in the way had been replaced when this was said: nobody was asked, and nobody said that it is replaced.
    const made = (await unlessRefused(() => tell(told()))) ?? (await unlessRefused(() => tell(told('add'))));
    fc.pre(made !== null);
    for (const [index, { id }] of those.entries()) again.set(id, made?.[index] ?? '');
  }
}
