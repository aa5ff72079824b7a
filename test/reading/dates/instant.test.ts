import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { instantOf } from '../../../src/reading/dates/instant.ts';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'];

const DAYS = [
  '1970-01-01',
  '2011-12-29',
  '2011-12-30', // Left out in Apia.
  '2011-12-31',
  '2024-02-29',
  '2025-02-29',
  '2025-02-31',
  '2025-03-09',
  '2025-03-30', // The clocks of Berlin go ahead.
  '2025-10-26',
  '2025-11-02',
  '2025-13-01',
  '2025-00-10',
  '0000-01-01',
  '9999-12-31',
];
const TIMES = ['', 'T00:00', ' 02:30', 'T02:30:00.5', 'T23:59:59.999', 'T24:00', 'T12:60', 'T12:00:60'];
const PLACES = ['', 'Z', '+01:00', '-11:59', '+14:00', '+19:59', '+0100'];

/** Everything by the library alone. */
function byTemporal(text: string, timezone: string | undefined): number | null {
  for (const read of [
    () => Temporal.Instant.from(text),
    () => timezone && Temporal.PlainDateTime.from(text).toZonedDateTime(timezone),
  ])
    try {
      const at = read();
      if (at) return at.epochMilliseconds;
    } catch {
      // Not this way.
    }
  return null;
}

it('An instant is read as Temporal reads it, whichever way is the quicker', () => {
  for (const zone of [undefined, ...ZONES])
    for (const day of DAYS)
      for (const time of TIMES)
        for (const place of PLACES) {
          const text = day + time + place;
          expect([zone, text, instantOf(text, zone)]).toEqual([zone, text, byTemporal(text, zone)]);
        }
});

it('Through a file, days are written in two more ways', () => {
  const midnight = Date.UTC(2025, 5, 3, 22);
  for (const text of ['2025-06-04', '2025/06/04', '04.06.2025'])
    expect(instantOf(text, 'Europe/Berlin')).toBe(midnight);
  expect(instantOf('2025/06/04', undefined)).toBeNull();
});
