import { describe, expect, it } from 'vitest';
import { isoDate, NO_EVIDENCE, orderOf, weigh } from '../../../../src/intake/csv/values/dates.ts';

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
