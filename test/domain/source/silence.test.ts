import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { silence } from '../../../src/domain/source/silence.ts';

/** The days from Monday, 5 October 2026 on that are chosen by their number, from 0. */
function days(count: number, isOne: (day: number) => boolean): string[] {
  const first = Temporal.PlainDate.from('2026-10-05');
  return Array.from({ length: count }, (_, day) => day)
    .filter(isOne)
    .map((day) => first.add({ days: day }).toString());
}

const ON_WORKDAYS = days(47, (day) => day % 7 < 5);

it('A source of workdays is silent after three of them without a lead, whatever weekend lies between', () => {
  expect(ON_WORKDAYS.at(-1)).toBe('2026-11-20');
  expect(silence(ON_WORKDAYS, '2026-11-25')).toBe(null);
  expect(silence(ON_WORKDAYS, '2026-11-26')).toEqual({ since: '2026-11-20', perWeek: 5 });
  const toThursday = ON_WORKDAYS.slice(0, -1);
  expect(silence(toThursday, '2026-11-24')).toBe(null);
  expect(silence(toThursday, '2026-11-25')?.since).toBe('2026-11-19');
});

it('One of every day is silent after three days, one of each second Tuesday after six weeks', () => {
  const daily = days(30, () => true);
  expect(daily.at(-1)).toBe('2026-11-03');
  expect(silence(daily, '2026-11-06')).toBe(null);
  expect(silence(daily, '2026-11-07')).toEqual({ since: '2026-11-03', perWeek: 7 });
  const webinars = days(72, (day) => day % 14 === 1);
  expect(webinars.at(-1)).toBe('2026-12-15');
  // On each second Tuesday: of the eleven up to the last one on six.
  const sixWeeksLater = '2027-01-20';
  expect(silence(webinars, sixWeeksLater)).toBe(null);
  expect(silence(webinars, '2027-01-27')).toMatchObject({ since: '2026-12-15' });
});

it('Of a source with leads on few days, or for a short time, nothing is known', () => {
  expect(silence([], '2026-11-20')).toBe(null);
  expect(
    silence(
      days(28, (day) => day % 7 === 1),
      '2027-03-01',
    ),
  ).toBe(null);
  expect(
    silence(
      days(13, () => true),
      '2027-03-01',
    ),
  ).toBe(null);
  expect(
    silence(
      days(14, () => true),
      '2027-03-01',
    ),
  ).not.toBe(null);
});

it('What it was like long before its last lead tells nothing', () => {
  const before = days(100, (day) => day < 15 || day > 95);
  expect(before.at(-1)).toBe('2027-01-12');
  expect(silence(before, '2027-03-01')).toBe(null);
});
