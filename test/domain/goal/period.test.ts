import { expect, it } from 'vitest';
import {
  daysOf,
  instantsOf,
  isMonth,
  monthOf,
  offeredPeriods,
  parsePeriod,
  periodsTouching,
  quarterBefore,
  quarterOf,
  shiftPeriod,
} from '../../../src/domain/goal/period.ts';
import { refused } from '../../support/refused.ts';

const NOVEMBER = parsePeriod('2026-11');
const FOURTH = parsePeriod('2026-Q4');

it('a period is a calendar month or quarter', () => {
  expect([monthOf('2026-11-23'), quarterOf('2026-11-23')]).toEqual([NOVEMBER, FOURTH]);
  expect([isMonth(NOVEMBER), isMonth(FOURTH)]).toEqual([true, false]);
  expect(daysOf(NOVEMBER)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(daysOf(FOURTH)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(daysOf(parsePeriod('2028-02')).to).toBe('2028-02-29');
  for (const text of ['2026-13', '2026-Q5', '2026', '26-11', '2026-11-01'])
    expect(() => parsePeriod(text)).toThrow(refused('no_period', { text }));
});

it('those before and after it go on over the year', () => {
  expect([shiftPeriod(NOVEMBER, 2), shiftPeriod(NOVEMBER, -11)]).toEqual(['2027-01', '2025-12']);
  expect([shiftPeriod(FOURTH, 1), shiftPeriod(FOURTH, -4)]).toEqual(['2027-Q1', '2025-Q4']);
  expect([quarterBefore(NOVEMBER), quarterBefore(FOURTH), quarterBefore(parsePeriod('2027-02'))]).toEqual([
    ...['2026-Q3', '2026-Q3', '2026-Q4'],
  ]);
});

it('those that a week touches are both months where it lies across', () => {
  expect(periodsTouching({ from: '2026-11-30', to: '2026-12-06' })).toEqual([
    ...['2026-11', '2026-12', '2026-Q4'],
  ]);
  expect(periodsTouching({ from: '2026-12-28', to: '2027-01-03' })).toEqual([
    ...['2026-12', '2027-01', '2026-Q4', '2027-Q1'],
  ]);
});

it('offers this month and three more, this quarter and two more', () => {
  expect(offeredPeriods('2026-11-23')).toEqual([
    ...['2026-11', '2026-12', '2027-01', '2027-02', '2026-Q4', '2027-Q1', '2027-Q2'],
  ]);
});

it('begins and ends at midnight of the zone, whatever the clocks do', () => {
  const { start, end } = instantsOf(daysOf(parsePeriod('2026-10')), 'Europe/Berlin');
  expect(new Date(start).toISOString()).toBe('2026-09-30T22:00:00.000Z');
  expect(new Date(end).toISOString()).toBe('2026-10-31T23:00:00.000Z');
});
