import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { stretchAt } from '../../../src/domain/time/zone.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'UTC',
  'Pacific/Apia',
];

it('A stretch is what the zone’s own clock says, on both sides of each change and in any order', () => {
  for (const zone of ZONES)
    for (let year = 2034; year >= 2005; year -= 1)
      for (const at of [
        Date.UTC(year, 0, 3),
        Date.UTC(year, 6, 4),
        Date.UTC(year, 2, 29, 1),
        Date.UTC(year, 9, 25, 1),
      ]) {
        const { from, until, offset } = stretchAt(zone, at);
        expect(from <= at && at < until).toBe(true);
        for (const inside of [at, from, until - 1])
          if (Number.isFinite(inside)) {
            const there = Temporal.Instant.fromEpochMilliseconds(inside).toZonedDateTimeISO(zone);
            expect([zone, inside, there.offsetNanoseconds / 1e6]).toEqual([zone, inside, offset]);
            expect(stretchAt(zone, inside)).toBe(stretchAt(zone, at));
          }
        if (Number.isFinite(until)) expect(stretchAt(zone, until).from).toBe(until);
      }
});
