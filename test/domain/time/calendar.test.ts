import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  FIRST_CALENDAR,
  isWorkingTime,
  nextWorkingInstant,
  workingMinutesBetween,
} from '../../../src/domain/time/calendar.ts';
import { times } from '../../support/proof.ts';
import { refused } from '../../support/refused.ts';

const berlin: Calendar = { ...FIRST_CALENDAR, zone: 'Europe/Berlin' };

const nights: Calendar = { ...berlin, weekdays: [6, 7], from: '00:00', to: '06:00' };

const quarterOfDay = (n: number) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${(n % 4) * 15 || '00'}`;

const calendars: fc.Arbitrary<Calendar> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  from: fc.integer({ min: 0, max: 47 }).map(quarterOfDay),
  to: fc.integer({ min: 0, max: 96 }).map(quarterOfDay),
  daysOff: fc.array(fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}`)),
  region: fc.constant(null),
  zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia', 'UTC'),
});

/** Around both changes of the clocks in 2026. */
const instants = fc
  .constantFrom('2026-03-20T08:00', '2026-10-20T08:00')
  .chain((around) =>
    fc.integer({ min: 0, max: 14 * 24 * 60 }).map((minutes) => at(around, 'UTC') + minutes * 60_000),
  );

describe('working time', () => {
  it('runs on within a day and stops overnight', () => {
    expect(local(addWorkingMinutes(berlin, at('2026-11-17T14:15'), 15))).toBe('2026-11-17T14:30+01:00');
    expect(local(addWorkingMinutes(berlin, at('2026-11-17T17:00'), 120))).toBe('2026-11-18T10:00+01:00');
  });

  it('passes over the weekend', () => {
    const friday = at('2026-11-20T17:30');
    expect(local(addWorkingMinutes(berlin, friday, 60))).toBe('2026-11-23T09:30+01:00');
    expect(workingMinutesBetween(berlin, friday, at('2026-11-23T09:30'))).toBe(60);
    expect(local(addWorkingMinutes(berlin, at('2026-11-21T12:00'), 15))).toBe('2026-11-23T09:15+01:00');
  });

  it('goes through the night: a shift belongs to the day on which it begins', () => {
    const shift = { ...berlin, weekdays: [7, 1, 2, 3, 4], from: '22:00', to: '06:00' };
    expect(isWorkingTime(shift, at('2026-11-20T05:59'))).toBe(true);
    expect(isWorkingTime(shift, at('2026-11-20T23:00'))).toBe(false);
    expect(isWorkingTime(shift, at('2026-11-22T23:00'))).toBe(true);
    expect(local(addWorkingMinutes(shift, at('2026-11-17T23:00'), 120))).toBe('2026-11-18T01:00+01:00');
    expect(local(addWorkingMinutes(shift, at('2026-11-20T05:00'), 120))).toBe('2026-11-22T23:00+01:00');
    expect(workingMinutesBetween(shift, at('2026-11-17T00:00'), at('2026-11-18T00:00'))).toBe(8 * 60);
    expect(workingMinutesBetween(shift, at('2026-10-24T12:00'), at('2026-10-26T12:00'))).toBe(8 * 60);
    const saturdays = { ...shift, weekdays: [6] };
    expect(workingMinutesBetween(saturdays, at('2026-10-24T12:00'), at('2026-10-26T12:00'))).toBe(9 * 60);
    expect(workingMinutesBetween(saturdays, at('2026-03-28T12:00'), at('2026-03-30T12:00'))).toBe(7 * 60);
  });

  it('passes over days off', () => {
    const christmas = { ...berlin, daysOff: ['2026-12-24', '2026-12-25'] };
    expect(local(addWorkingMinutes(christmas, at('2026-12-23T17:00'), 120))).toBe('2026-12-28T10:00+01:00');
    expect(isWorkingTime(christmas, at('2026-12-24T10:00'))).toBe(false);
  });

  it('lets a deadline fall on the end of the day', () => {
    expect(local(addWorkingMinutes(berlin, at('2026-11-17T16:00'), 120))).toBe('2026-11-17T18:00+01:00');
  });

  it('begins with the first minute and is over at the last', () => {
    expect(isWorkingTime(berlin, at('2026-11-17T09:00'))).toBe(true);
    expect(isWorkingTime(berlin, at('2026-11-17T18:00'))).toBe(false);
    expect(local(nextWorkingInstant(berlin, at('2026-11-20T18:00')))).toBe('2026-11-23T09:00+01:00');
    expect(nextWorkingInstant(berlin, at('2026-11-17T09:00'))).toBe(at('2026-11-17T09:00'));
  });

  it('keeps the hours of a working day when the clocks change over the weekend', () => {
    const minutes = 9 * 60;
    expect(local(addWorkingMinutes(berlin, at('2026-03-27T12:00'), minutes))).toBe('2026-03-30T12:00+02:00');
    expect(local(addWorkingMinutes(berlin, at('2026-10-23T12:00'), minutes))).toBe('2026-10-26T12:00+01:00');
    expect(workingMinutesBetween(berlin, at('2026-03-27T12:00'), at('2026-03-30T12:00'))).toBe(minutes);
    expect(workingMinutesBetween(berlin, at('2026-10-23T12:00'), at('2026-10-26T12:00'))).toBe(minutes);
  });

  it('counts a night in which the clocks change as long as it is for those at work', () => {
    expect(workingMinutesBetween(nights, at('2026-03-29T00:00'), at('2026-03-29T12:00'))).toBe(5 * 60);
    expect(workingMinutesBetween(nights, at('2026-10-25T00:00'), at('2026-10-25T12:00'))).toBe(7 * 60);
    expect(local(addWorkingMinutes(nights, at('2026-03-29T01:30'), 60))).toBe('2026-03-29T03:30+02:00');
    expect(local(addWorkingMinutes(nights, at('2026-10-25T01:30'), 120))).toBe('2026-10-25T02:30+01:00');
  });

  it('takes no time when the clock goes back', () => {
    expect(workingMinutesBetween(berlin, at('2026-11-17T14:00'), at('2026-11-17T13:00'))).toBe(0);
    expect(addWorkingMinutes(berlin, at('2026-11-17T14:00'), 0)).toBe(at('2026-11-17T14:00'));
  });

  it('refuses a calendar in which nobody ever works', () => {
    expect(() => addWorkingMinutes({ ...berlin, weekdays: [] }, at('2026-11-17T14:00'), 1)).toThrow(
      refused('no_working_time'),
    );
    expect(() => addWorkingDays({ ...berlin, weekdays: [] }, '2026-11-17', 1)).toThrow(
      refused('no_working_time'),
    );
  });

  it('counts decades at once', () => {
    const started = performance.now();
    const minutes = workingMinutesBetween(berlin, at('1990-01-01T00:00'), at('2026-11-17T00:00'));
    expect(minutes).toBe(9621 * 9 * 60);
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('ends where as much working time has passed as was added', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 30_000 }), (calendar, from, minutes) => {
        const end = addWorkingMinutes(calendar, from, minutes);
        expect(workingMinutesBetween(calendar, from, end)).toBeCloseTo(minutes, 6);
        expect(workingMinutesBetween(calendar, from, end - 1000)).toBeLessThan(minutes);
        expect(isWorkingTime(calendar, end - 1)).toBe(true);
      }),
    );
  });

  it('adds up: two waits in a row are one', () => {
    const minutes = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(calendars, instants, minutes, minutes, (calendar, from, first, second) => {
        const step = addWorkingMinutes(calendar, addWorkingMinutes(calendar, from, first), second);
        expect(step).toBe(addWorkingMinutes(calendar, from, first + second));
      }),
    );
  });

  it('agrees with a clock that is asked every quarter of an hour', () => {
    const QUARTER = 15 * 60_000;
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 0, max: 1000 }), (calendar, from, quarters) => {
        const start = from - (from % QUARTER);
        let worked = 0;
        for (let n = 0; n < quarters; n++) if (works(calendar, start + n * QUARTER)) worked += 15;
        expect(workingMinutesBetween(calendar, start, start + quarters * QUARTER)).toBe(worked);
      }),
      { numRuns: times(30) },
    );
  });
});

describe('working days', () => {
  it('are counted from the day after', () => {
    expect(addWorkingDays(berlin, '2026-11-20', 5)).toBe('2026-11-27');
    expect(addWorkingDays({ ...berlin, daysOff: ['2026-11-23'] }, '2026-11-21', 1)).toBe('2026-11-24');
  });
});

function at(local: string, zone = 'Europe/Berlin'): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

function local(instant: number, zone = 'Europe/Berlin'): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return `${zoned.toPlainDateTime().toString({ smallestUnit: 'minute' })}${zoned.offset}`;
}

function works(calendar: Calendar, instant: number): boolean {
  const now = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(calendar.zone);
  const time = now.toPlainTime().toString({ smallestUnit: 'minute' });
  const isDay = (day: Temporal.PlainDate) =>
    calendar.weekdays.includes(day.dayOfWeek) && !calendar.daysOff.includes(day.toString());
  const today = isDay(now.toPlainDate());
  if (calendar.to > calendar.from) return today && time >= calendar.from && time < calendar.to;
  const yesterday = isDay(now.toPlainDate().subtract({ days: 1 }));
  return (today && time >= calendar.from) || (yesterday && time < calendar.to);
}
