/** ISO weeks, Monday to Sunday, written `2026-W47`; where one begins and ends depends on the zone of the team. */
import { Temporal } from 'temporal-polyfill';
import { refuse } from '../refusals.ts';

export type Week = string & { readonly __week: never };

export interface WeekRange {
  /** YYYY-MM-DD, Monday and Sunday. */
  from: string;
  to: string;
  /** Epoch ms: the first instant of the week and of the next one. */
  start: number;
  end: number;
}

export function parseWeek(text: string): Week {
  const match = /^(\d{4})-W(\d{2})$/.exec(text.trim().toUpperCase());
  const year = Number(match?.[1]);
  if (!match || year < FIRST_YEAR || year > LAST_YEAR) throw refuse('no_week', { text });
  const week = weekOfDay(mondayOf(year, Number(match[2])));
  if (week !== match[0]) throw refuse('no_week', { text });
  return week;
}

/** Reckoning from a week goes some weeks back and forth, and a year must keep its four digits. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2999;

export function weekAt(instant: number, zone: string): Week {
  return weekOfDay(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate());
}

/** Of a day, YYYY-MM-DD. */
export function weekOf(day: string): Week {
  return weekOfDay(Temporal.PlainDate.from(day));
}

export function weekRange(week: Week, zone: string): WeekRange {
  const monday = firstDay(week);
  return {
    ...daysOfWeek(week),
    start: midnight(monday, zone),
    end: midnight(monday.add({ days: 7 }), zone),
  };
}

/** Monday and Sunday, YYYY-MM-DD. */
export function daysOfWeek(week: Week): Pick<WeekRange, 'from' | 'to'> {
  const monday = firstDay(week);
  return { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
}

/** The week that is so many weeks later; earlier when negative. */
export function shiftWeek(week: Week, weeks: number): Week {
  return weekOfDay(firstDay(week).add({ weeks }));
}

function weekOfDay(day: Temporal.PlainDate): Week {
  return `${String(day.yearOfWeek).padStart(4, '0')}-W${String(day.weekOfYear).padStart(2, '0')}` as Week;
}

function firstDay(week: Week): Temporal.PlainDate {
  return mondayOf(Number(week.slice(0, 4)), Number(week.slice(6)));
}

/** The 4th of January is always in week 1. */
function mondayOf(year: number, week: number): Temporal.PlainDate {
  const inFirst = new Temporal.PlainDate(year, 1, 4);
  return inFirst.subtract({ days: inFirst.dayOfWeek - 1 }).add({ weeks: week - 1 });
}

/** Where midnight does not exist (clocks that change at 0:00), the first instant of the day. */
function midnight(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime({ timeZone: zone }).epochMilliseconds;
}
