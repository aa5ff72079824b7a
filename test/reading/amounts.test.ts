import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, toldMark } from '../../src/domain/money/read-amount.ts';
import { importSpend } from '../../src/intake/csv/import-spend.ts';
import { headerSign } from '../../src/reading/amounts/header-currency.ts';
import { sumRows } from '../../src/reading/amounts/sum-rows.ts';
import { testContext } from '../support/context.ts';
import { request, sharedCase } from '../support/csv.ts';

const META = {
  ...{ fromDate: '2025-11-01', toDate: '2025-11-07', amountMinor: 34_055, currency: 'USD' },
  ...{ side: 'marketing', source: 'Meta', campaign: 'Hotels Q4' },
};

it.each([
  ['by its headers alone', {}],
  [
    'by the mapping that was asked for before',
    { map: { amount: 'Amount spent (USD)' }, set: { side: 'marketing', source: 'Meta' } },
  ],
])('shared/cases/06: a report whose currency stands in the header, %s', async (_, wishes) => {
  const path = sharedCase('06-currency-in-the-header/meta.csv');
  if (!path) return;
  const ctx = await testContext('sqlite');
  expect(await importSpend(ctx, request(path, wishes))).toMatchObject({ taken: 1, refused: [] });
  const rows = await ctx.db.transaction((tx) => tx.sql.selectFrom('spend').selectAll().execute());
  expect(rows).toMatchObject([META]);
});

it.each([
  ['Amount spent (USD)', 'USD'],
  ['Cost [EUR]', 'EUR'],
  ['Betrag in €', '€'],
  ['Spend USD', 'USD'],
  ['Amount', null],
  ['Cost (per lead)', null],
  ['TOTAL', null],
])('the header %s says %s', (header, sign) => {
  expect(headerSign(header)).toBe(sign);
});

it.each([
  ['$141.56K', '141560'],
  ['1.2M', '1200000'],
  ['€1.2M', '1200000'],
  ['1.2M EUR', '1200000'],
  ['1,5 Mio. €', '1500000'],
  ['120 MXN', '120'],
  ['(1,234.50)', '-1234.50'],
  ['1.234,50-', '-1234.50'],
])('%s is %s', (text, plain) => {
  expect(readAmount(text, { mark: null, threeDigits: 'thousands', mayMultiply: true })).toMatchObject({
    plain,
  });
});

it('An amount in any notation is read back once its column has told the decimal mark', () => {
  const amounts = fc.array(fc.integer({ min: -99_999_999, max: 99_999_999 }), {
    minLength: 1,
    maxLength: 20,
  });
  const notations = fc.constantFrom('en', 'de', 'de-CH', 'fr', 'en-IN', 'pl');
  const signs = fc.constantFrom('', '€ ', 'EUR ', '$');
  fc.assert(
    fc.property(amounts, notations, signs, (minors, locale, sign) => {
      const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
      const column = minors.map(
        (minor) => `${minor < 0 ? '-' : ''}${sign}${format.format(Math.abs(minor) / 100)}`,
      );
      const marks = new Set(column.flatMap((text) => toldMark(text) ?? []));
      expect(marks.size).toBeLessThanOrEqual(1);
      const mark = [...marks][0] ?? null;
      column.forEach((text, at) => {
        const read = readAmount(text, { mark, threeDigits: 'unclear' });
        expect([text, 'plain' in read && Math.round(Number(read.plain) * 100)]).toEqual([text, minors[at]]);
      });
    }),
  );
});

describe('a row that only sums up others', () => {
  const rowsOf = (rows: [key: string, minor: number][], scope = 'EUR') =>
    rows.map(([key, minor]) => ({ key, minor, scope }));
  const placesOf = (rows: ReturnType<typeof rowsOf>) => [...sumRows(rows).sums].sort((a, b) => a - b);

  it('is about nothing and comes to all others, above or below them', () => {
    expect(
      placesOf(
        rowsOf([
          ['', 300],
          ['Hotels', 200],
          ['Spas', 100],
        ]),
      ),
    ).toEqual([0]);
    expect(
      placesOf(
        rowsOf([
          ['Hotels', 120_050],
          ['--', 120_050],
          ['--', 120_050],
        ]),
      ),
    ).toEqual([1, 2]);
  });

  it('may sum up a part, right above it', () => {
    expect(
      placesOf(
        rowsOf([
          ['A', 1],
          ['B', 2],
          ['', 3],
          ['C', 4],
          ['D', 6],
          ['', 10],
        ]),
      ),
    ).toEqual([2, 5]);
  });

  it('may call itself anything, at an end of three or more', () => {
    expect(
      placesOf(
        rowsOf([
          ['Hotels', 200],
          ['Spas', 100],
          ['Suma', 300],
        ]),
      ),
    ).toEqual([2]);
    expect(
      placesOf(
        rowsOf([
          ['Hotels', 200],
          ['Spas', 200],
        ]),
      ),
    ).toEqual([]);
  });

  it('is doubtful when it is about nothing and adds up to nothing', () => {
    const read = sumRows(
      rowsOf([
        ['Hotels', 200],
        ['', 77],
      ]),
    );
    expect([[...read.sums], [...read.doubtful]]).toEqual([[], [1]]);
  });

  it('is of its own currency and days', () => {
    const rows = [...rowsOf([['Hotels', 200]]), ...rowsOf([['', 200]], 'USD')];
    expect(placesOf(rows)).toEqual([]);
  });

  it('shared/cases/23: in German and without a name', () => {
    const path = sharedCase('23-sum-rows/meta.csv');
    if (!path) return;
    const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1);
    const read = rows
      .map((row) => row.split(','))
      .map(([from, to, key = '', amount]) => ({
        ...{ key, scope: `${from} ${to} EUR`, minor: Math.round(Number(amount) * 100) },
      }));
    expect([...sumRows(read).sums]).toEqual([0]);
  });
});
