import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, mayBeSince, NO_EVIDENCE, orderOf, weigh } from '../../../src/reading/dates/read-dates.ts';

describe('the order of day and month', () => {
  const orderFrom = (dates: string[]) => orderOf(dates.reduce(weigh, NO_EVIDENCE));

  it('is told by a row that allows only one', () => {
    expect(orderFrom(['01-08-2023', '31-08-2023'])).toBe('dmy');
    expect(orderFrom(['01/08/2023', '08/31/2023'])).toBe('mdy');
  });

  it('is not guessed when no row tells, or two rows disagree', () => {
    expect(orderFrom(['01-08-2023', '02-08-2023'])).toBeNull();
    expect(orderFrom(['31/01/2023', '01/31/2023', '01/02/2023'])).toBeNull();
  });

  it('is not needed for dates that can be read one way', () => {
    expect(orderFrom(['2023-08-01', '05/05/2023', '01.08.2023', 'soon'])).toBe('dmy');
  });
});

describe('a date', () => {
  it.each([
    ['31-08-2023', 'dmy', '2023-08-31'],
    ['1/8/2023', 'dmy', '2023-08-01'],
    ['8/1/2023', 'mdy', '2023-08-01'],
    ['1.8.2023', 'mdy', '2023-08-01'],
    ['2023/8/1', 'dmy', '2023-08-01'],
    ['8/1/2023 2:05 PM', 'mdy', '2023-08-01T14:05:00'],
    ['8/1/2023 12:05 AM', 'mdy', '2023-08-01T00:05:00'],
    ['2018-02-26 19:58:54', 'dmy', '2018-02-26T19:58:54'],
    ['2024-01-21T10:00:00+0530', 'dmy', '2024-01-21T10:00:00+05:30'],
    ['2024-01-21T10:00:00.250Z', 'dmy', '2024-01-21T10:00:00.250Z'],
    ['2024-01-21', 'mdy', '2024-01-21'],
  ] as const)('written %s (%s) is %s', (text, order, iso) => {
    expect(isoDate(text, order)).toBe(iso);
  });

  it('that is none is left for the schema to refuse', () => {
    expect(isoDate('next week', 'dmy')).toBe('next week');
    expect(isoDate('2024-01-21 sometime', 'dmy')).toBe('2024-01-21 sometime');
  });
});

describe('a date in any layout', () => {
  it.each([
    ['15 Apr, 2021 00:03:00', '2021-04-15T00:03:00'],
    ['Apr 15, 2021, 12:03 AM', '2021-04-15T00:03:00'],
    ['1. März 2025', '2025-03-01'],
    ['20. November 2025 um 10:30 Uhr', '2025-11-20T10:30:00'],
    ['20 novembre 2025 à 10h30', '2025-11-20T10:30:00'],
    ['20 de noviembre de 2025, 10:30', '2025-11-20T10:30:00'],
    ['20 de nov. de 2025 10:30 p. m.', '2025-11-20T22:30:00'],
    ['20 novembre 2025 ore 10:30', '2025-11-20T10:30:00'],
    ['20 de dezembro de 2025', '2025-12-20'],
    ['20 mrt 2025', '2025-03-20'],
    ['20 października 2025', '2025-10-20'],
    ['2025年11月20日 10時30分', '2025-11-20T10:30:00'],
    ['2025年11月20日（木）午後3:05', '2025-11-20T15:05:00'],
    ['令和7年11月20日', '2025-11-20'],
    ['2025年11月20日 下午3点05分', '2025-11-20T15:05:00'],
    ['２０２５／１１／２０', '2025-11-20'],
    ['Thu, 20 Nov 2025 10:00:00 GMT', '2025-11-20T10:00:00Z'],
    ['Thu Nov 20 2025 10:00:00 GMT+0100 (Central European Standard Time)', '2025-11-20T10:00:00+01:00'],
    ['Thu Nov 20 10:00:00 UTC 2025', '2025-11-20T10:00:00Z'],
    ['Donnerstag, 20. November 2025', '2025-11-20'],
    ['2025-11-20 10:00:00 +0530', '2025-11-20T10:00:00+05:30'],
    ['2025-11-20 10:00 CET', '2025-11-20T10:00:00+01:00'],
    ['1764100000', '2025-11-25T19:46:40.000Z'],
    ['1764100000123', '2025-11-25T19:46:40.123Z'],
    ['45981', '2025-11-20'],
    ['45981.5', '2025-11-20T12:00:00'],
    ['20251120', '2025-11-20'],
    ['15-Apr-21', '2021-04-15'],
    ['20.11.25', '2025-11-20'],
    ['2/18/21, 11:08 AM', '2021-02-18T11:08:00'],
    ['November 20th, 2025', '2025-11-20'],
  ])('%s', (text, iso) => {
    expect(isoDate(text, 'mdy')).toBe(iso);
  });

  it.each([
    'soon',
    '31/02/2025',
    '2025-13-01',
    '12',
    '20 Foo 2025',
    '20.11.2025 25:00',
    'ju 5 2025',
    '+49 171 3920012',
  ])('%s is none', (text) => {
    expect(isoDate(text, 'dmy')).toBe(text);
  });

  const days = fc.date({ min: new Date('1971-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
  const LOCALES = ['en', 'en-GB', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ja', 'zh'];

  it.each(LOCALES)('is read back as the people of %s write it', (locale) => {
    fc.assert(
      fc.property(days, fc.constantFrom('long', 'medium'), fc.boolean(), (date, dateStyle, isTimed) => {
        const format = new Intl.DateTimeFormat(locale, {
          ...{ dateStyle: dateStyle as 'long' | 'medium', timeZone: 'UTC' },
          ...(isTimed && { timeStyle: 'medium' as const }),
        });
        const iso = date.toISOString();
        expect(isoDate(format.format(date), locale === 'en' ? 'mdy' : 'dmy')).toBe(
          iso.slice(0, isTimed ? 19 : 10),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('of numbers alone is read back once its column has told the order', () => {
    const two = (number: number) => String(number).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.array(days, { minLength: 1, maxLength: 30 }),
        fc.constantFrom('dmy', 'mdy'),
        fc.constantFrom('/', '-'),
        (column, order, mark) => {
          const write = (date: Date) => {
            const parts = [two(date.getUTCDate()), two(date.getUTCMonth() + 1)];
            return [...(order === 'dmy' ? parts : parts.toReversed()), date.getUTCFullYear()].join(mark);
          };
          const told = orderOf(column.map(write).reduce(weigh, NO_EVIDENCE));
          const isTold = column.some((date) => date.getUTCDate() > 12);
          if (isTold) expect(told).toBe(order);
          if (told === null) return;
          if (isTold)
            for (const date of column)
              expect(isoDate(write(date), told)).toBe(date.toISOString().slice(0, 10));
          else for (const date of column) expect(date.getUTCDate()).toBe(date.getUTCMonth() + 1);
        },
      ),
    );
  });

  it('fits a column of no single order only where each row is certain by itself', () => {
    const column = ['31/01/2023', '01/31/2023'];
    expect(orderOf(column.reduce(weigh, NO_EVIDENCE))).toBe('dmy');
    const open = [...column, '01/02/2023'].reduce(weigh, NO_EVIDENCE);
    expect(orderOf(open)).toBeNull();
    expect(open.sure).toMatchObject({ dmy: { text: '31/01/2023' }, mdy: { text: '01/31/2023' } });
  });
});

it.each([
  ['2026-11-26', true],
  ['2026-11-24', false],
  ['2026-11-24 23:59', false],
  // The eleventh of December or the twelfth of November: whoever asks is told of both.
  ['12/11/2026', true],
  ['24.11.2026', false],
  ['Nov 25, 2026', true],
  ['last week', false],
  ['', false],
])('%s may be of the 25th of November or later: %s', (text, may) => {
  expect(mayBeSince(text, '2026-11-25')).toBe(may);
});
