import { expect, it } from 'vitest';
import { periodOf, periodsBetween } from '../../../src/domain/report/periods.ts';

it('Days are cut into months, the first and the last to what was asked for', () => {
  expect(periodsBetween('2026-01-30', '2026-03-02', 'month')).toEqual([
    { key: '2026-01', from: '2026-01-30', to: '2026-01-31' },
    { key: '2026-02', from: '2026-02-01', to: '2026-02-28' },
    { key: '2026-03', from: '2026-03-01', to: '2026-03-02' },
  ]);
  expect(periodsBetween('2026-11-05', '2026-11-05', 'month')).toHaveLength(1);
  expect(periodsBetween('2026-11-06', '2026-11-05', 'month')).toEqual([]);
});

it('Weeks are those of ISO, also over New Year in a year of 53', () => {
  expect(periodsBetween('2026-12-26', '2027-01-05', 'week')).toEqual([
    { key: '2026-W52', from: '2026-12-26', to: '2026-12-27' },
    { key: '2026-W53', from: '2026-12-28', to: '2027-01-03' },
    { key: '2027-W01', from: '2027-01-04', to: '2027-01-05' },
  ]);
  expect(periodOf('2027-01-01', 'week')).toBe('2026-W53');
});
