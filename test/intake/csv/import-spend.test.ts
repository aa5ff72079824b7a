import { describe, expect, it } from 'vitest';
import { importSpend } from '../../../src/intake/csv/import-spend.ts';
import { findSpendBetween } from '../../../src/store/money/spend.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { csvFile, request, sharedCase } from '../../support/csv.ts';
import { DIALECTS } from '../../support/databases.ts';

function storedSpend(ctx: TestContext) {
  return ctx.db.transaction((tx) => tx.sql.selectFrom('spend').selectAll().orderBy('id').execute());
}

for (const dialect of DIALECTS) {
  describe(`spend from a file, on ${dialect}`, () => {
    it('is recorded in minor units, a row with one date for that day', async () => {
      const ctx = await testContext(dialect);
      const file = csvFile(
        'Day;Campaign name;Cost;Currency\n31.10.2026;Hotels;1.429,99;\n01.11.2026;;5;JPY\n',
      );
      await importSpend(ctx, request(file, { set: { side: 'marketing' } }));
      expect(await storedSpend(ctx)).toMatchObject([
        {
          ...{ side: 'marketing', source: null, campaign: 'Hotels', amountMinor: 142999, currency: 'EUR' },
          ...{ fromDate: '2026-10-31', toDate: '2026-10-31', recordedBy: 'import' },
        },
        { campaign: null, amountMinor: 5, currency: 'JPY' },
      ]);
    });

    it('is the same when the file comes again, and two equal rows in one file are two', async () => {
      const ctx = await testContext(dialect);
      const file = csvFile('date,amount\n2026-11-01,10\n2026-11-01,10\n2026-11-02,10\n');
      const marketing = request(file, { set: { side: 'marketing' } });
      expect(await importSpend(ctx, marketing)).toMatchObject({ taken: 3, unchanged: 0 });
      expect(await importSpend(ctx, marketing)).toMatchObject({ taken: 0, unchanged: 3 });
      // Read in another way it says something else.
      expect(await importSpend(ctx, request(file, { set: { side: 'sales' } }))).toMatchObject({ taken: 3 });
    });
  });
}

describe('amounts in other notations', () => {
  const amounts = async (path: string, changes = {}) => {
    const ctx = await testContext('sqlite');
    const set = { side: 'marketing', source: 'Google Ads', from: '2025-11-01' };
    const report = await importSpend(ctx, request(path, { set, ...changes }));
    const stored = await storedSpend(ctx);
    return { report, stored: stored.map((row) => [row.campaign, row.amountMinor, row.currency]) };
  };

  it('are read as the other rows of their column tell', async () => {
    const file = csvFile('campaign;amount\nSpa;9.876,50\nPool;4.321\nGym;7.000\n');
    expect((await amounts(file)).stored).toEqual([
      ['Spa', 987650, 'EUR'],
      ['Pool', 432100, 'EUR'],
      ['Gym', 700000, 'EUR'],
    ]);
  });

  it('are asked about where no row tells, and read as the person says', async () => {
    const file = csvFile('campaign,amount\nPool,4.321\n');
    const { report, stored } = await amounts(file);
    expect(stored).toEqual([]);
    expect(report.refused).toEqual([
      {
        line: 2,
        reason:
          'amount: "4.321" can be read two ways: write 4321 or 4.3210, or add --decimal comma or --decimal point',
      },
    ]);
    expect((await amounts(file, { decimalMark: ',' })).stored).toEqual([['Pool', 432100, 'EUR']]);
    expect((await amounts(file, { decimalMark: '.' })).stored).toEqual([['Pool', 432, 'EUR']]);
  });

  it('keep the currency of the sign beside them, and are refused where it leaves several', async () => {
    const { report, stored } = await amounts(csvFile('campaign,amount\nSpa,£10.00\nPool,$5\nGym,CHF 7\n'));
    expect(stored).toEqual([
      ['Spa', 1000, 'GBP'],
      ['Gym', 700, 'CHF'],
    ]);
    expect(report.refused).toMatchObject([{ line: 3, reason: expect.stringContaining('USD, CAD, AUD') }]);
  });

  it('of other people’s files are right: 26-point-for-thousands, 06b-currency-sign', async () => {
    const [tabs, commas] = ['tabs.tsv', 'commas.csv'].map((name) =>
      sharedCase(`26-point-for-thousands/${name}`),
    );
    const signs = sharedCase('06b-currency-sign/spend.csv');
    if (!tabs || !commas || !signs) return;
    expect((await amounts(tabs)).stored).toEqual([
      ['A', 234560, 'EUR'],
      ['B', 123400, 'EUR'],
      ['C', 1200000, 'EUR'],
    ]);
    expect((await amounts(commas)).stored).toEqual([
      ['D', 234560, 'EUR'],
      ['E', 123400, 'EUR'],
    ]);
    const { stored, report } = await amounts(signs, { set: {} });
    expect(stored).toEqual([[null, 1000, 'GBP']]);
    expect(report.refused).toMatchObject([{ line: 2 }]);
  });
});

describe('a row of spend', () => {
  it.each([
    ['on no side', 'both,2026-11-01,5', 'side: must be "marketing" or "sales"'],
    ['on a day that is none', 'sales,2026-02-30,5', 'date: must be a day such as 2026-11-16'],
    ['without an amount', 'sales,2026-11-01,', 'amount: is required'],
    ['below zero', 'sales,2026-11-01,-5', 'amount: must not be negative'],
    ['that may be a thousand times more', 'sales,2026-11-01,"1,234"', 'amount: "1,234" can be read two ways'],
  ])('is refused: %s', async (_, row, reason) => {
    const ctx = await testContext('sqlite');
    const report = await importSpend(ctx, request(csvFile(`side,date,amount\n${row}\n`)));
    expect(report).toMatchObject({
      taken: 0,
      refused: [{ line: 2, reason: expect.stringContaining(reason) }],
    });
  });
});

describe('reports that are exported again and again', () => {
  const MARKETING = { side: 'marketing', source: 'Google Ads' };
  const head = 'Day;Last day;Campaign;Cost\n';

  async function counted(ctx: TestContext): Promise<(string | number | null)[][]> {
    const rows = await ctx.db.transaction((tx) => findSpendBetween(tx, '2000-01-01', '2100-01-01'));
    const told = rows.map(({ campaign, from, to, amount: { minor } }) => [campaign, from, to, minor]);
    return told.toSorted((one, other) => String(one).localeCompare(String(other)));
  }

  it('end at the last one’s total, and a day that is settled later at what it was settled at: 22-month-to-date', async () => {
    const names = ['until-07', 'until-14', 'until-21', 'day-first', 'day-settled'];
    const files = names.flatMap((name) => sharedCase(`22-month-to-date/${name}.csv`) ?? []);
    if (files.length < names.length) return;
    const ctx = await testContext('sqlite');
    for (const file of files) expect(await importSpend(ctx, request(file))).toMatchObject({ refused: [] });
    expect(await counted(ctx)).toEqual([
      ['Hotels Q4', '2025-10-05', '2025-10-05', 4810],
      ['Hotels Q4', '2025-11-01', '2025-11-21', 210000],
    ]);
    // An older one again: it would take days away, and that is asked.
    const [first = ''] = files;
    expect(await importSpend(ctx, request(first))).toMatchObject({
      taken: 0,
      refused: [{ line: 4, reason: expect.stringContaining('€2,100 (2025-11-01 to 2025-11-21, ') }],
    });
    expect(await importSpend(ctx, { ...request(first), overlap: 'replace' })).toMatchObject({ taken: 1 });
    expect((await counted(ctx)).map(([, , , minor]) => minor)).toEqual([4810, 70000]);
  });

  it('count no sum of other rows, whatever it calls itself: 23-sum-rows', async () => {
    const [meta, google] = ['meta.csv', 'google-german.csv'].map((name) => sharedCase(`23-sum-rows/${name}`));
    if (!meta || !google) return;
    const ctx = await testContext('sqlite');
    const set = { side: 'marketing', source: 'Meta' };
    const map = { amount: 'Amount spent (EUR)' };
    expect(await importSpend(ctx, request(meta, { set, map }))).toMatchObject({ taken: 2, totalLines: [2] });
    const german = {
      map: { amount: 'Kosten', campaign: 'Kampagne', currency: 'Währungscode' },
      set: { ...MARKETING, from: '2025-11-01', to: '2025-11-07' },
    };
    expect(await importSpend(ctx, request(google, german))).toMatchObject({ taken: 1, totalLines: [5, 6] });
    expect((await counted(ctx)).map(([campaign, , , minor]) => [campaign, minor]).toSorted()).toEqual([
      ['Hotels', 120050],
      ['Hotels', 20000],
      ['Spas', 10000],
    ]);
  });

  it('count what comes to the others’ sum and has a name like them, and say so', async () => {
    const ctx = await testContext('sqlite');
    const file = csvFile(
      `${head}2026-11-01;2026-11-07;A;1\n2026-11-01;2026-11-07;B;2\n2026-11-01;2026-11-07;C;3\n`,
    );
    const report = await importSpend(
      ctx,
      request(file, { set: MARKETING, map: { from: 'Day', to: 'Last day' } }),
    );
    expect(report).toMatchObject({
      taken: 3,
      noted: [{ line: 4, note: expect.stringContaining('counted') }],
    });
  });

  it('leave no trace when they say nothing new, though they take several transactions', async () => {
    const ctx = await testContext('sqlite');
    const rows = Array.from({ length: 700 }, (_, n) => `2026-11-01;2026-11-07;C${n % 350};10`);
    const file = csvFile(`${head}${rows.join('\n')}\n`);
    const wish = request(file, { set: MARKETING, map: { from: 'Day', to: 'Last day' } });
    expect(await importSpend(ctx, wish)).toMatchObject({ taken: 700 });
    const before = await storedSpend(ctx);
    expect(await importSpend(ctx, wish)).toMatchObject({ taken: 0, unchanged: 700 });
    expect(await storedSpend(ctx)).toEqual(before);
    const changed = csvFile(`${head}${rows.join('\n').replace('C349;10', 'C349;12')}\n`);
    expect(await importSpend(ctx, { ...wish, path: changed })).toMatchObject({ taken: 1, unchanged: 699 });
    expect((await counted(ctx)).reduce((sum, [, , , minor]) => sum + Number(minor), 0)).toBe(700_200);
  });
});

it('A month is all of its days, however it is written, also as the end of a quarter', async () => {
  const ctx = await testContext('sqlite');
  const text = 'Month;Source;Cost\nNov 2026;Fair;1200\n2026-10;Fair;700\n';
  await importSpend(ctx, request(csvFile(text), { set: { side: 'marketing' } }));
  const quarter = 'from;to;Source;Cost\n2026-01;März 2026;Fair;90\n';
  await importSpend(ctx, request(csvFile(quarter), { set: { side: 'marketing' } }));
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('spend').select(['fromDate', 'toDate']).orderBy('fromDate').execute(),
  );
  expect(rows.map(({ fromDate, toDate }) => [fromDate, toDate])).toEqual([
    ['2026-01-01', '2026-03-31'],
    ['2026-10-01', '2026-10-31'],
    ['2026-11-01', '2026-11-30'],
  ]);
});

it('A column says what each amount was for: a list of the month’s costs is as many amounts as it has lines', async () => {
  const ctx = await testContext('sqlite');
  const text =
    'Month;Notiz;Kosten;side\nNov 2026;Salaries;5000;sales\nNov 2026;Tools;5000;sales\nNov 2026;Total;10000;sales\n';
  expect(await importSpend(ctx, request(csvFile(text)))).toMatchObject({
    refused: [],
    taken: 2,
    totalLines: [4],
  });
  const rows = await storedSpend(ctx);
  expect(rows.map(({ note, amountMinor }) => [note, amountMinor])).toEqual([
    ['Salaries', 500000],
    ['Tools', 500000],
  ]);
});

describe('a row that calls itself a sum', () => {
  const brought = async (text: string, set = {}) => {
    const ctx = await testContext('sqlite');
    const report = await importSpend(ctx, request(csvFile(text), { set: { side: 'marketing', ...set } }));
    const stored = await storedSpend(ctx);
    const { totalLines = [], refused, noted = [] } = report;
    const minor = stored.map(({ amountMinor }) => Number(amountMinor));
    return { totalLines, minor, refused, noted };
  };
  const HEAD = 'campaign;from;to;amount\n';
  const rowsOf = (...rows: string[]) => `${HEAD}${rows.join('\n')}\n`;

  it.each([
    ...['Total', 'Grand total', 'Total: Account', 'Gesamtergebnis', 'Gesamt: Konto', 'Total général'],
    ...['Sous-total', 'Suma total', 'Totale', 'Soma', 'Eindtotaal', 'Razem', '合計', '总计'],
  ])('is none by its word: a campaign called “%s” counts, and is named', async (name) => {
    const read = await brought(rowsOf('Spa;2026-11-01;;70', `${name};2026-11-01;;30`));
    expect(read).toMatchObject({ minor: [7000, 3000], totalLines: [], noted: [{ line: 3 }] });
  });

  it.each(['Total', 'Gesamt: Konto', 'Razem', '合計'])(
    'is one where it adds up, even of one row: “%s”',
    async (name) => {
      const read = await brought(rowsOf('Spa;2026-11-01;;70', `${name};2026-11-01;;70`));
      expect(read).toMatchObject({ minor: [7000], totalLines: [3], refused: [], noted: [] });
    },
  );

  it('is one of several that add up, at the top and between', async () => {
    const read = await brought(
      rowsOf(
        ...['Summe;2026-11-01;;100', 'Spa;2026-11-01;;70', 'Zwischensumme;2026-11-01;;70'],
        ...['Gym;2026-11-01;;10', 'Pool;2026-11-01;;20', 'Zwischensumme;2026-11-01;;30'],
      ),
    );
    expect(read).toMatchObject({ minor: [7000, 1000, 2000], totalLines: [2, 4, 7], noted: [] });
  });

  it('is one below its days, with a day of its own, none, or those of all', async () => {
    const days = ['Spa;2026-11-01;;70', 'Spa;2026-11-02;;30'];
    expect(await brought(rowsOf(...days, 'Suma;;;100'))).toMatchObject({ totalLines: [4], refused: [] });
    expect(await brought(rowsOf(...days, ';2026-11-01;2026-11-02;100'))).toMatchObject({
      ...{ minor: [7000, 3000], totalLines: [4] },
    });
    expect(await brought(rowsOf(...days, ';;;100'))).toMatchObject({ totalLines: [4], refused: [] });
    expect(await brought(rowsOf(...days, 'Overall;;;99'))).toMatchObject({ totalLines: [4], refused: [] });
    expect(await brought(rowsOf(...days, 'Gym;;;99'))).toMatchObject({
      totalLines: [],
      refused: [{ line: 4 }],
    });
  });

  it('is one of sources, where no campaigns are named', async () => {
    const read = await brought(
      'Source;Month;Cost\nFair;2026-11;1200\nAgency;2026-11;800\nInsgesamt;2026-11;2000\n',
    );
    expect(read).toMatchObject({ minor: [120000, 80000], totalLines: [4] });
  });
});
