import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportNoun } from '../../../src/domain/import/import.ts';
import { type FileRules, importFile } from '../../../src/intake/csv/import-file.ts';
import type { ImportRequest } from '../../../src/intake/csv/import-rows.ts';
import { planImport } from '../../../src/intake/csv/plan-import.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { testContext } from '../../support/context.ts';
import { csvFile, request } from '../../support/csv.ts';
import { DIALECTS } from '../../support/databases.ts';

const rulesOf = (noun: ImportNoun): FileRules => ({ noun, post: 'recent', overlap: 'ask' });

async function plan(
  ctx: Context,
  text: string,
  noun: ImportNoun = 'leads',
  more: Partial<ImportRequest> = {},
) {
  const wish = { fileName: 'fair.csv', rules: rulesOf(noun), counts: 'all' as const };
  return (await planImport(ctx, request(csvFile(text), more), wish)).plan;
}

describe('the plan of a file', () => {
  it('says which column is what, what is kept, and what may be meant', async () => {
    const ctx = await testContext('sqlite');
    const text = 'Quelle;Name;Datum;Halle;Regoin\nMesse;Ute;25.11.2025;B4;Nord\n';
    expect(await plan(ctx, text)).toMatchObject({
      rows: 1,
      fields: [
        { field: 'source', column: 'Quelle', example: 'Messe' },
        { field: 'name', column: 'Name', example: 'Ute' },
        { field: 'receivedAt', column: 'Datum' },
      ],
      unread: [
        { column: 'Halle', isKept: true, guess: null },
        { column: 'Regoin', isKept: true, guess: 'region' },
      ],
      readings: [{ what: 'dates', column: 'Datum', order: 'dmy', told: '25.11.2025' }],
      questions: [],
      counts: { taken: 1, unchanged: 0, refused: 0, cards: 0 },
    });
  });

  it('leaves out a column that somebody wants left out', async () => {
    const ctx = await testContext('sqlite');
    const text = 'Quelle;Name;Name 2\nMesse;Ute;X\n';
    const found = await plan(ctx, text, 'leads', { ignore: ['Name'], map: { name: 'Name 2' } });
    expect(found.fields.find(({ field }) => field === 'name')).toMatchObject({ column: 'Name 2' });
    expect(found.unread).toEqual([{ column: 'Name', isKept: false, guess: null }]);
  });

  it('asks where a column decides nothing, and where more than fifty cards would be posted', async () => {
    const ctx = await testContext('sqlite');
    expect((await plan(ctx, 'source,id,date\na,1,01/02/2026\n')).questions).toMatchObject([
      { what: 'date_order', field: 'receivedAt', example: '01/02/2026', answers: ['dmy', 'mdy'] },
    ]);
    const spend = 'side,source,from,amount\nmarketing,Fair,2026-11-01,1.234\n';
    expect((await plan(ctx, spend, 'spend')).questions).toMatchObject([
      { what: 'decimal', field: 'amount', example: '1.234', readings: ['1234', '1.2340'] },
    ]);
    const today = new Date(ctx.clock.now()).toISOString();
    const many = Array.from({ length: 51 }, (_, n) => `Fair,${n},${today}`).join('\n');
    expect(await plan(ctx, `source,id,created_at\n${many}\n`)).toMatchObject({
      questions: [{ what: 'cards', cards: 51 }],
      counts: { taken: 51, cards: 51 },
    });
  });

  it('writes nothing, be it of leads, deals or money', async () => {
    const ctx = await testContext('sqlite');
    await importFile(ctx, request(csvFile('source,id,name\nFair,1,Ute\n')), rulesOf('leads'));
    const rows = () =>
      ctx.db.transaction(async ({ sql }) => [
        ...(await sql.selectFrom('lead').selectAll().execute()),
        ...(await sql.selectFrom('leadEvent').select('id').execute()),
        ...(await sql.selectFrom('source').select('name').execute()),
        ...(await sql.selectFrom('spend').select('id').execute()),
        ...(await sql.selectFrom('outbox').select('id').execute()),
      ]);
    const before = await rows();
    await plan(ctx, 'source,id,name\nFair,1,Ute\nNew,2,Jan\n');
    expect((await plan(ctx, 'id,outcome,value\n1,won,9\n', 'outcomes')).counts).toMatchObject({ taken: 1 });
    const spend = 'side,source,from,amount\nmarketing,Other,2026-11-01,12\n';
    expect((await plan(ctx, spend, 'spend')).counts).toMatchObject({ taken: 1 });
    expect(await rows()).toEqual(before);
  });
});

const lead = fc.record({
  source: fc.constantFrom('Fair', 'fair', 'Webinar', ''),
  id: fc.constantFrom('1', '2', '3', '4', ''),
  name: fc.constantFrom('Dana Whitfield', 'Rui Castelo', ''),
  email: fc.constantFrom('dana@harbour.example', 'rui@cove.example', 'no address', ''),
  date: fc.constantFrom('2026-11-16', '16.11.2026', '01/02/2026', 'soon', ''),
  status: fc.constantFrom('', '', 'Open', 'Contacted', 'Closed Won', 'Junk', 'Nurturing', 'Whatever'),
  wonAt: fc.constantFrom('', '2026-11-17', '2026-11-18'),
});
const deal = fc.record({
  id: fc.constantFrom('1', '2', '3', '9'),
  outcome: fc.constantFrom('won', 'lost', 'open', 'perhaps'),
  value: fc.constantFrom('900', '1.200,50', ''),
  at: fc.constantFrom('2026-11-16', '2026-11-17'),
});
const cost = fc.record({
  side: fc.constantFrom('marketing', 'sales'),
  source: fc.constantFrom('Fair', 'Webinar', ''),
  from: fc.constantFrom('2026-11-01', '2026-11-02'),
  to: fc.constantFrom('2026-11-10', '2026-11-30'),
  amount: fc.constantFrom('100', '200,50', 'much'),
});

function csv(rows: readonly Record<string, string>[]): string {
  const header = Object.keys(rows[0] ?? {});
  return [header, ...rows.map((row) => header.map((name) => `"${row[name]}"`))]
    .map((cells) => cells.join(';'))
    .join('\n');
}

/** More rows than a transaction takes, so that what came in an earlier one counts. */
const file = (row: fc.Arbitrary<Record<string, string>>) =>
  fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 12 }), fc.constantFrom(1, 1, 60))
    .map(([rows, times]) => csv(Array.from({ length: times }, () => rows).flat()));

/** In the ledger each amount names all that stand for it: of hundreds of equal rows, brought again and again, those are hundreds of hundreds. */
const RUNS = {
  leads: { sqlite: 60, postgres: 15 },
  outcomes: { sqlite: 60, postgres: 15 },
  spend: { sqlite: 6, postgres: 2 },
};

describe.each(DIALECTS)('what the plan counts is what the import does, on %s', (dialect) => {
  it.each([
    ['leads', lead],
    ['outcomes', deal],
    ['spend', cost],
  ] as const)('for %s', async (noun, row) => {
    const ctx = await testContext(dialect);
    await importFile(
      ctx,
      request(csvFile('source;id;name\nFair;1;Dana Whitfield\nFair;2;Rui Castelo\n')),
      rulesOf('leads'),
    );
    await fc.assert(
      fc.asyncProperty(file(row as fc.Arbitrary<Record<string, string>>), async (text) => {
        const path = csvFile(text);
        const wish = { fileName: 'f.csv', rules: rulesOf(noun), counts: 'all' as const };
        const { plan: found, surveyed } = await planImport(ctx, request(path), wish);
        const report = await importFile(ctx, request(path, { surveyed }), rulesOf(noun));
        const { taken, updated, unchanged, totals, open } = found.counts!;
        expect({ taken, updated, unchanged, refused: found.counts!.refused, totals, open }).toEqual({
          ...{ taken: report.taken, updated: report.updated ?? 0 },
          ...{ unchanged: report.unchanged, refused: report.refused.length },
          ...{ totals: report.totals ?? 0, open: report.open ?? 0 },
        });
      }),
      { numRuns: RUNS[noun][dialect] },
    );
  });
});

it('A sign of several currencies is asked where nothing says which; said, it is taken, and a column or the team’s own is no question', async () => {
  const ctx = await testContext('sqlite');
  const rules = { noun: 'spend', post: 'recent', overlap: 'ask' } as const;
  const planned = (content: string, changes = {}) =>
    planImport(ctx, request(csvFile(content), { set: { side: 'marketing' }, ...changes }), {
      ...{ fileName: 'spend.csv', rules, counts: 'all' },
    });
  const rows = 'campaign,from,amount\nA,2026-11-02,$141.56K\nB,2026-11-03,$1200.00\n';
  const open = await planned(rows);
  expect(open.plan.questions).toEqual([
    {
      what: 'currency',
      field: 'amount',
      example: '$141.56K',
      answers: expect.arrayContaining(['USD', 'CAD']),
    },
  ]);
  expect(open.plan.counts).toMatchObject({ taken: 0, refused: 2 });
  const said = await planned(rows, { currency: 'USD' });
  expect(said.plan).toMatchObject({ questions: [], counts: { taken: 2, refused: 0 } });
  const named = await planned('campaign,from,amount,currency\nA,2026-11-02,$5,AUD\n');
  expect(named.plan).toMatchObject({ questions: [], counts: { taken: 1 } });
  const inHeader = await planned('campaign,from,amount ($)\nA,2026-11-02,5\n');
  expect(inHeader.plan.questions).toMatchObject([{ what: 'currency', example: '5' }]);
});

it('A file of another kind is called by what it looks like', async () => {
  const ctx = await testContext('sqlite');
  const deals = 'lead_id,deal stage,amount\n1,Closed Won,12\n';
  await expect(plan(ctx, deals, 'spend')).rejects.toThrow(
    'It looks like a file of deals that were won or lost',
  );
  const spend = 'campaign,date,cost\nA,2026-11-02,12\n';
  await expect(plan(ctx, spend, 'outcomes')).rejects.toThrow('It looks like a file of what was spent');
  await expect(plan(ctx, 'a,b\n1,2\n', 'leads')).rejects.toThrow(/^(?!.*looks like)/s);
});
