/** Exports that come again and again: longer each week, corrected in between, some of them twice. The last one is the truth. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Context } from '../../../src/usecases/context.ts';
import { undoImport } from '../../../src/usecases/import/undo-import.ts';
import { loadReport } from '../../../src/usecases/report/build-report.ts';
import { bring, idOf } from '../../support/brought.ts';
import { testContext } from '../../support/context.ts';
import { MIA } from '../../support/people.ts';
import { times } from '../../support/proof.ts';

/** A smaller one that fails too is not looked for: each try is a database of its own. */
const WORLDS = { numRuns: times(5), endOnFailure: true };
const LONG = times(30_000);
const CAMPAIGNS = ['Spa', 'Pool', 'Gym'] as const;
const DAYS = 12;

type Step =
  | { kind: 'grow'; by: number; amounts: readonly number[] }
  | { kind: 'correct'; which: number; amount: number }
  | { kind: 'repeat' };

const cents = fc.integer({ min: 1, max: 9_999_999 });

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('grow' as const),
      by: fc.integer({ min: 1, max: 4 }),
      amounts: fc.array(cents, { minLength: 3 * DAYS, maxLength: 3 * DAYS }),
    }),
    fc.record({ kind: fc.constant('correct' as const), which: fc.nat(), amount: cents }),
    fc.record({ kind: fc.constant('repeat' as const) }),
  ),
  { minLength: 1, maxLength: 8 },
);

interface Cost {
  campaign: string;
  day: number;
  amount: number;
}

/** What the vendor knows after each step. */
function* exportsOf(taken: readonly Step[]): Generator<Cost[]> {
  let known: Cost[] = [];
  let days = 0;
  for (const step of taken) {
    if (step.kind === 'grow') {
      const until = Math.min(DAYS, days + step.by);
      for (let day = days + 1; day <= until; day++)
        for (const [index, campaign] of CAMPAIGNS.entries())
          known.push({ campaign, day, amount: step.amounts[day * CAMPAIGNS.length + index] ?? 1 });
      days = until;
    } else if (step.kind === 'correct') {
      const wrong = step.which % Math.max(known.length, 1);
      known = known.map((cost, index) => (index === wrong ? { ...cost, amount: step.amount } : cost));
    }
    if (known.length > 0) yield [...known];
  }
}

const dayOf = (day: number) => `2026-11-${String(day).padStart(2, '0')}`;

function byCampaign(costs: readonly Cost[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { campaign, amount } of costs) sums.set(campaign, (sums.get(campaign) ?? 0) + amount);
  return sums;
}

const HEADER = 'side,source,campaign,from,to,amount';

const SHAPES: Record<string, (costs: readonly Cost[]) => string> = {
  'a row a day': (costs) =>
    csv(HEADER, costs, ({ campaign, day, amount }) => rowOf(campaign, [day, day], amount)),
  'the month to date': (costs) => {
    const until = Math.max(...costs.map(({ day }) => day));
    return csv(HEADER, [...byCampaign(costs)], ([campaign, sum]) => rowOf(campaign, [1, until], sum));
  },
  'now a row a day, now the month to date': (costs) =>
    SHAPES[
      costs.reduce((sum, { amount }) => sum + amount, 0) % 2 === 0 ? 'a row a day' : 'the month to date'
    ]!(costs),
};

function rowOf(campaign: string, [from, to]: readonly [number, number], minor: number): string {
  return ['marketing', 'Ads', campaign, dayOf(from), dayOf(to), (minor / 100).toFixed(2)].join(',');
}

function csv<T>(header: string, rows: readonly T[], write: (row: T) => string): string {
  return `${[header, ...rows.map(write)].join('\n')}\n`;
}

async function spendByCampaign(ctx: Context): Promise<Map<string, number>> {
  const report = await loadReport(ctx, { from: '2026-11-01', to: '2026-11-30', by: 'campaign' });
  return new Map(report.rows.map(({ key, spend }) => [key ?? '', Math.round((spend ?? 0) * 100)]));
}

async function figures(ctx: Context): Promise<string> {
  const by = ['source', 'campaign', 'segment', 'owner'] as const;
  const reports = by.map((each) => loadReport(ctx, { from: '2026-11-01', to: '2026-11-30', by: each }));
  return JSON.stringify(await Promise.all(reports));
}

it.each(Object.keys(SHAPES))(
  'reports of costs with %s end at the last one',
  async (shape) => {
    const write = SHAPES[shape]!;
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const ctx = await testContext('sqlite');
        let last: Cost[] = [];
        for (const costs of exportsOf(taken)) {
          const report = await bring(ctx, 'spend', write(costs));
          expect(report.refused).toEqual([]);
          last = costs;
        }
        expect(await spendByCampaign(ctx)).toEqual(byCampaign(last));
      }),
      WORLDS,
    );
  },
  LONG,
);

interface Person {
  id: number;
  name: string;
}

const people = fc.array(
  fc.record({ id: fc.integer({ min: 1, max: 30 }), name: fc.constantFrom('Dana', 'Rui', 'Ines') }),
  { minLength: 1, maxLength: 40 },
);

/** Each is the one before and some more; now and then the same again. */
const lists = fc.tuple(people, fc.array(fc.nat(), { minLength: 1, maxLength: 6 })).map(([all, lengths]) =>
  lengths
    .map((length) => 1 + (length % all.length))
    .sort((a, b) => a - b)
    .map((length) => all.slice(0, length)),
);

async function storedNames(ctx: Context): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) => tx.sql.selectFrom('lead').select('name').execute());
  return rows.map(({ name }) => name ?? '').sort();
}

it(
  'lists that grow make each row a lead once, equal rows without an id as many as there are',
  async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (grown) => {
        const ctx = await testContext('sqlite');
        let taken = 0;
        for (const list of grown) {
          const report = await bring(
            ctx,
            'leads',
            csv('source,name', list, ({ name }) => `Fair,${name}`),
          );
          expect(report.taken + report.unchanged).toBe(list.length);
          taken += report.taken;
        }
        const last = grown.at(-1) ?? [];
        expect(await storedNames(ctx)).toEqual(last.map(({ name }) => name).sort());
        expect(taken).toBe(last.length);
      }),
      WORLDS,
    );
  },
  LONG,
);

it(
  'lists that grow make each id a lead once, and say of how many rows that it is another person’s',
  async () => {
    await fc.assert(
      fc.asyncProperty(lists, async (grown) => {
        const ctx = await testContext('sqlite');
        for (const list of grown) {
          const report = await bring(
            ctx,
            'leads',
            csv('source,id,name,email', list, ({ id, name }) => `Fair,${id},${name},${name}@x.example`),
          );
          const others = list.filter((one) => list.find(({ id }) => id === one.id)?.name !== one.name);
          expect(report.refused).toHaveLength(others.length);
          expect(report.taken + report.unchanged + report.refused.length).toBe(list.length);
        }
        const last = new Map<number, Person>();
        for (const one of grown.at(-1) ?? []) if (!last.has(one.id)) last.set(one.id, one);
        expect(await storedNames(ctx)).toEqual([...last.values()].map(({ name }) => name).sort());
      }),
      WORLDS,
    );
  },
  LONG,
);

it(
  'deals that are corrected end at what the last export says',
  async () => {
    const deal = fc.record({ isWon: fc.boolean(), value: cents });
    const corrections = fc.array(fc.array(deal, { minLength: 5, maxLength: 5 }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(corrections, async (exports) => {
        const ctx = await testContext('sqlite');
        const ids = [0, 1, 2, 3, 4];
        await bring(
          ctx,
          'leads',
          csv('source,id,name,date', ids, (id) => `Fair,${id},Dana,2026-11-02`),
        );
        for (const deals of exports) {
          const text = csv('id,outcome,value,at', [...deals.entries()], ([id, { isWon, value }]) =>
            [id, isWon ? 'won' : 'lost', isWon ? (value / 100).toFixed(2) : '', '2026-11-05'].join(','),
          );
          expect((await bring(ctx, 'outcomes', text)).refused).toEqual([]);
        }
        const won = (exports.at(-1) ?? []).filter(({ isWon }) => isWon);
        const report = await loadReport(ctx, { from: '2026-11-01', to: '2026-11-30', by: 'source' });
        expect(report.total).toMatchObject({
          ...{ won: won.length, lost: ids.length - won.length },
          value: won.reduce((sum, { value }) => sum + value, 0) / 100,
        });
      }),
      WORLDS,
    );
  },
  LONG,
);

it(
  'any of them, taken back, leaves every figure as it was before it, byte for byte',
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, lists, async (taken, grown) => {
        const ctx = await testContext('sqlite');
        const write = SHAPES['the month to date']!;
        const before: { figures: string; id: ReturnType<typeof idOf> }[] = [];
        const files = [
          ...[...exportsOf(taken)].map((costs) => ['spend', write(costs)] as const),
          ...grown.map((list) => ['leads', csv('source,name', list, ({ name }) => `Fair,${name}`)] as const),
        ];
        for (const [noun, text] of files) {
          const had = await figures(ctx);
          before.push({ figures: had, id: idOf(await bring(ctx, noun, text)) });
        }
        const after = await figures(ctx);
        for (const { figures: had, id } of before.toReversed()) {
          await undoImport(ctx, id, MIA);
          expect(await figures(ctx)).toBe(had);
        }
        for (const [noun, text] of files) await bring(ctx, noun, text);
        expect(await figures(ctx)).toBe(after);
      }),
      WORLDS,
    );
  },
  LONG,
);
