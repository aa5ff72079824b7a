import { expect, it } from 'vitest';
import type { Figure } from '../../../src/domain/scorecard/figure.ts';
import { METRICS } from '../../../src/domain/scorecard/metrics.ts';
import { fall, MAY_FALL } from '../../../src/domain/scorecard/worst-movement.ts';

const rate = (part: number, of: number): Figure => ({ kind: 'rate', part, of });
const cost = (minor: number, per: number): Figure => ({ kind: 'cost', minor, per, currency: 'EUR' });
const time = (median: number, of: number): Figure => ({
  ...{ kind: 'time', clock: 'wall', median, p90: median, of },
});

it('A number has fallen by what it has lost of its average, and where less is better by what it has gained', () => {
  expect(fall({ metric: 'claimedInTime', now: rate(5, 20), average: rate(40, 80) })).toBe(0.5);
  expect(fall({ metric: 'claimedInTime', now: rate(20, 20), average: rate(40, 80) })).toBe(0);
  expect(fall({ metric: 'marketingCostPerLead', now: cost(2_000, 10), average: cost(4_000, 40) })).toBe(0.5);
  expect(fall({ metric: 'waitWallTime', now: time(40, 20), average: time(10, 80) })).toBe(0.75);
  expect(
    fall({ metric: 'leads', now: { kind: 'count', value: 0 }, average: { kind: 'count', value: 12 } }),
  ).toBe(1);
});

it('Of fewer than ten nothing is judged, nor where there is nothing to compare with', () => {
  expect(fall({ metric: 'claimedInTime', now: rate(1, 9), average: rate(40, 80) })).toBeNull();
  expect(fall({ metric: 'claimedInTime', now: rate(1, 20), average: rate(4, 8) })).toBeNull();
  expect(
    fall({ metric: 'leads', now: { kind: 'count', value: 0 }, average: { kind: 'count', value: 9 } }),
  ).toBeNull();
  expect(fall({ metric: 'claimedInTime', now: rate(1, 20), average: rate(0, 0) })).toBeNull();
  expect(fall({ metric: 'claimedInTime', now: rate(1, 20), average: rate(0, 20) })).toBeNull();
  expect(
    fall({ metric: 'leads', now: { kind: 'count', value: 0 }, average: { kind: 'unknown' } }),
  ).toBeNull();
});

it('What the leads of a week come to only with the months is not among them', () => {
  const growing = ['qualified', 'qualifiedRate', 'won', 'costPerQualified', 'costPerWon', 'followedUp'];
  expect(MAY_FALL.filter((id) => growing.includes(id))).toEqual([]);
  expect(MAY_FALL.every((id) => id in METRICS)).toBe(true);
});
