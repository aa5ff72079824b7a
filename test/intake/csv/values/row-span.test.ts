import { expect, it } from 'vitest';
import { endOfSpan, rowSpan } from '../../../../src/intake/csv/values/row-span.ts';

it('A row is of a day, a week or a month by the header of its day, in ten languages', () => {
  expect(['Week', 'Woche', 'semaine', 'TYDZIEŃ', '週'].map((header) => rowSpan(header, []))).toEqual(
    Array(5).fill('week'),
  );
  expect(['Month', 'Monat', 'mois', '月'].map((header) => rowSpan(header, []))).toEqual(
    Array(4).fill('month'),
  );
  expect(['Day', 'Date', 'Start date', 'TimePeriod'].map((header) => rowSpan(header, []))).toEqual(
    Array(4).fill('day'),
  );
});

it('Microsoft says it above its table', () => {
  expect(rowSpan('TimePeriod', ['"Report Name: A"', '"Report Aggregation: WeeklyStartingMonday"'])).toBe(
    'week',
  );
  expect(rowSpan('Gregorian date', ['Report Aggregation: Monthly'])).toBe('month');
  expect(rowSpan('Gregorian date', ['"Report Aggregation: Daily"'])).toBe('day');
});

it('What is no day of the calendar ends nowhere, and is left to be refused with its row', () => {
  expect([endOfSpan('2026-02-30', 'week'), endOfSpan('2026-13-01', 'month')]).toEqual([null, null]);
});

it('Ends with its last day; what a month does not begin with is that day alone', () => {
  expect(endOfSpan('2026-12-28', 'week')).toBe('2027-01-03');
  expect(endOfSpan('2028-02-01', 'month')).toBe('2028-02-29');
  expect([
    endOfSpan('2026-11-02', 'month'),
    endOfSpan('2026-11-02', 'day'),
    endOfSpan('Nov 2026', 'month'),
  ]).toEqual([null, null, null]);
});
