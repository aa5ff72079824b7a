import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addWorkingMinutes,
  type Calendar,
  endOfHours,
  FIRST_CALENDAR,
  isWorkingTime,
  nextWorkingInstant,
  workdayMinutes,
  workingMinutesBetween,
} from '../../../src/domain/time/calendar.ts';
import { type Hours, inOrder, overlapOf, type Shift, shiftsOf } from '../../../src/domain/time/shift.ts';
import { berlin, inBerlin } from '../../support/berlin.ts';
import { times } from '../../support/proof.ts';
import { BERLIN } from '../../support/sample-lead.ts';

const DAYS = [1, 2, 3, 4, 5];
/** As they are said, before those that touch are one. */
const overlapIn = ([first, ...more]: Shift[], days: number[]) => overlapOf({ ...first!, more }, days);
const siesta: Calendar = {
  ...{ ...FIRST_CALENDAR, zone: BERLIN },
  ...hoursOf([shift('09:00', '14:00'), shift('16:30', '20:00')]),
};
const nurse: Calendar = { ...siesta, ...hoursOf([shift('22:00', '06:00'), shift('14:00', '17:00')]) };

describe('a day with a long break', () => {
  it('stands still in the break, and is as long as its shifts together', () => {
    expect(workdayMinutes(siesta)).toBe(8.5 * 60);
    expect(inBerlin(addWorkingMinutes(siesta, berlin('2026-11-17T13:00'), 120))).toBe('Tue 2026-11-17 17:30');
    expect(inBerlin(addWorkingMinutes(siesta, berlin('2026-11-17T13:00'), 60))).toBe('Tue 2026-11-17 14:00');
    expect(isWorkingTime(siesta, berlin('2026-11-17T15:00'))).toBe(false);
    expect(inBerlin(nextWorkingInstant(siesta, berlin('2026-11-17T14:00')))).toBe('Tue 2026-11-17 16:30');
    expect(inBerlin(endOfHours(siesta, '2026-11-17'))).toBe('Tue 2026-11-17 20:00');
  });

  it('goes on into the next day where a night comes after an afternoon', () => {
    expect(nurse).toMatchObject({ from: '14:00', to: '17:00', more: [{ from: '22:00', to: '06:00' }] });
    expect(workdayMinutes(nurse)).toBe(11 * 60);
    // An hour of Friday's afternoon, eight of its night, which ends on Saturday, and one of Monday's afternoon.
    expect(inBerlin(addWorkingMinutes(nurse, berlin('2026-11-20T16:00'), 10 * 60))).toBe(
      'Mon 2026-11-23 15:00',
    );
    expect(isWorkingTime(nurse, berlin('2026-11-21T05:59'))).toBe(true);
    expect(isWorkingTime(nurse, berlin('2026-11-21T15:00'))).toBe(false);
    expect(inBerlin(endOfHours(nurse, '2026-11-20'))).toBe('Sat 2026-11-21 06:00');
  });
});

describe('shifts', () => {
  it('are in order, and those that touch are one', () => {
    expect(hoursOf([shift('13:00', '18:00'), shift('09:00', '13:00')])).toEqual(shift('09:00', '18:00'));
    expect(hoursOf([shift('14:00', '22:00'), shift('22:00', '06:00')])).toEqual(shift('14:00', '06:00'));
    expect(hoursOf([shift('06:00', '18:00'), shift('18:00', '06:00')])).toEqual(shift('06:00', '06:00'));
    // What ends at midnight and what begins the day belong to two days.
    expect(hoursOf([shift('18:00', '24:00'), shift('00:00', '02:00')])).toEqual({
      ...shift('00:00', '02:00'),
      more: [shift('18:00', '24:00')],
    });
    // As one they would be longer than a day, which no two times can say.
    expect(workdayMinutes(hoursOf([shift('00:00', '20:00'), shift('20:00', '08:00')]))).toBe(32 * 60);
  });

  it('overlap on one day, or over midnight where the next day is worked as well', () => {
    const late = shift('13:00', '18:00');
    expect(overlapIn([shift('09:00', '14:00'), late], [3])).toEqual([shift('09:00', '14:00'), late]);
    expect(overlapIn([shift('09:00', '13:00'), late], DAYS)).toBeNull();
    const night = [shift('22:00', '06:00'), shift('05:00', '09:00')];
    expect(overlapIn(night, DAYS)).toEqual(night);
    expect(overlapIn(night.toReversed(), [7, 1])).toEqual(night);
    expect(overlapIn(night, [1, 3, 5])).toBeNull();
    expect(overlapIn([shift('22:00', '06:00'), shift('06:00', '09:00')], DAYS)).toBeNull();
  });
});

const quarter = fc.integer({ min: 0, max: 95 });
const clock = (n: number) =>
  `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`;
const anyShift = fc
  .tuple(quarter, fc.integer({ min: 1, max: 48 }))
  .map(([from, length]) => shift(clock(from), from + length === 96 ? '24:00' : clock((from + length) % 96)));

/** Also such that overlap: over midnight a change of the days can bring that about. */
const calendars: fc.Arbitrary<Calendar & Said> = fc
  .record({
    said: fc.array(anyShift, { minLength: 1, maxLength: 4 }).filter((shifts) => !overlapIn(shifts, [1])),
    saidOnOthers: fc
      .array(anyShift, { minLength: 1, maxLength: 3 })
      .filter((shifts) => !overlapIn(shifts, [1])),
    others: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    daysOff: fc.array(fc.constantFrom('2026-03-29', '2026-03-30', '2026-10-25', '2026-10-24')),
    zone: fc.constantFrom(BERLIN, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'),
  })
  .map(({ others, ...each }) => ({
    ...{ ...each, others, region: null },
    ...hoursOf(each.said),
    otherDays: [{ days: others, shifts: shiftsOf(hoursOf(each.saidOnOthers)) }],
  }));

interface Said {
  said: Shift[];
  /** What is said of these days alone. */
  saidOnOthers: Shift[];
  others: number[];
}

/** Around both changes of the clocks in 2026, at a whole minute. */
const instants = fc
  .constantFrom('2026-03-26T08:00Z', '2026-10-22T08:00Z', '2026-04-03T08:00Z')
  .chain((around) =>
    fc.integer({ min: 0, max: 4 * 24 * 60 }).map((minutes) => Date.parse(around) + minutes * 60_000),
  );

describe('working time of several shifts', () => {
  it('is what a look at the clock each minute says', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 0, max: 2000 }), (calendar, from, minutes) => {
        let worked = 0;
        for (let n = 0; n < minutes; n++) if (works(calendar, from + n * 60_000)) worked += 1;
        expect(workingMinutesBetween(calendar, from, from + minutes * 60_000)).toBe(worked);
        expect(isWorkingTime(calendar, from)).toBe(works(calendar, from));
      }),
      { numRuns: times(40) },
    );
  });

  it('ends where as much of it has passed as was added', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 20_000 }), (calendar, from, minutes) => {
        const end = addWorkingMinutes(calendar, from, minutes);
        expect(workingMinutesBetween(calendar, from, end)).toBe(minutes);
        expect(workingMinutesBetween(calendar, from, end - 1000)).toBeLessThan(minutes);
        expect(works(calendar, end - 60_000)).toBe(true);
      }),
    );
  });

  it('is the same in whatever order and parts the shifts were said', () => {
    fc.assert(
      fc.property(calendars, instants, (calendar, from) => {
        const turned = { ...calendar, more: undefined, ...hoursOf(calendar.said.toReversed()) };
        expect(addWorkingMinutes(turned, from, 1234)).toBe(addWorkingMinutes(calendar, from, 1234));
      }),
    );
  });
});

function hoursOf([first, ...more]: Shift[]): Hours {
  return inOrder({ ...shift('', ''), ...first, more });
}

function shift(from: string, to: string): Shift {
  return { from, to };
}

/** Knows nothing of spans: is this minute, by the wall clock, in a shift of today or of yesterday? */
function works(calendar: Calendar & Said, instant: number): boolean {
  const now = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(calendar.zone);
  const time = now.toPlainTime().toString({ smallestUnit: 'minute' });
  const isDay = (day: Temporal.PlainDate) =>
    calendar.weekdays.includes(day.dayOfWeek) && !calendar.daysOff.includes(day.toString());
  const shiftsOn = (day: Temporal.PlainDate) => {
    if (!isDay(day)) return [];
    return calendar.others.includes(day.dayOfWeek) ? calendar.saidOnOthers : calendar.said;
  };
  const today = now.toPlainDate();
  return (
    shiftsOn(today).some(({ from, to }) => time >= from && (to <= from || time < to)) ||
    shiftsOn(today.subtract({ days: 1 })).some(({ from, to }) => to <= from && time < to)
  );
}
