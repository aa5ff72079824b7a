import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayName, instantOfWallTime, recentMoment, wallTimeOf } from '../../../emulator/page/state/dates.ts';

const at = (iso: string) => Date.parse(iso);

it('a day is named as the reader counts it, in their own zone', () => {
  const now = at('2026-11-17T00:30:00Z');
  const message = at('2026-11-16T23:30:00Z');
  expect(dayName(message, now, 'Europe/Berlin')).toBe('Today');
  expect(dayName(message, now, 'Europe/London')).toBe('Yesterday');
  expect(dayName(at('2026-11-03T12:00:00Z'), now, 'Europe/Berlin')).toMatch(/^Tuesday,? 3 November$/);
  expect(dayName(at('2025-11-03T12:00:00Z'), now, 'Europe/Berlin')).toMatch(/^Monday,? 3 November 2025$/);
  expect(recentMoment(message, now, 'Europe/London')).toBe('yesterday at 23:30');
});

it('a picked date and time means the wall time of the one who picks, across clock changes too', () => {
  expect(instantOfWallTime('2026-07-01T09:00', 'America/New_York')).toBe(at('2026-07-01T13:00:00Z'));
  expect(instantOfWallTime('2026-10-25T01:30', 'Europe/Berlin')).toBe(at('2026-10-24T23:30:00Z'));
  expect(instantOfWallTime('2026-10-25T03:30', 'Europe/Berlin')).toBe(at('2026-10-25T02:30:00Z'));
});

it('an hour that spring skips is taken as the one after it', () => {
  expect(wallTimeOf(instantOfWallTime('2026-03-29T02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe(
    '2026-03-29T03:30',
  );
});

it('a time that is shown and picked again is the same time', () => {
  const minutes = fc.integer({
    min: at('2020-01-01T00:00Z') / 60_000,
    max: at('2030-01-01T00:00Z') / 60_000,
  });
  const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Etc/UTC');
  fc.assert(
    fc.property(minutes, zone, (minute, where) => {
      const shown = wallTimeOf(minute * 60_000, where);
      // The hour that autumn repeats has two instants; the wall time is what has to stay.
      expect(wallTimeOf(instantOfWallTime(shown, where), where)).toBe(shown);
    }),
  );
});
