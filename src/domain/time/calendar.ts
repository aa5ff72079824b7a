/**
 * Working time: the weekdays, hours, zone, public holidays and days off by which promises are counted. A calendar is a value that is
 * handed in; the team's comes from the settings, a person's own from person.
 *
 * A working day has its shifts by the wall clock. Where the clocks change inside of one (at night), that day is an hour longer or
 * shorter, as it is for the people at work. Working time begins with the first minute of a shift and is over at the last; a
 * deadline may fall exactly on the end.
 *
 * Counted in by promise, nag and jobs.
 */
import { Temporal } from 'temporal-polyfill';
import { refuse } from '../refusals.ts';
import { instantOn } from './day.ts';
import { holidaysOf } from './holidays.ts';
import { type Hours, type ShiftMinutes, shiftMinutes, shiftsOf, shiftsOn } from './shift.ts';
import { type Stretch, stretchAt } from './zone.ts';

export interface CalendarSettings extends Hours {
  /** ISO weekdays, Monday is 1. */
  weekdays: number[];
  /** YYYY-MM-DD: public holidays and days off of the whole team. */
  daysOff: string[];
  /** Of public holidays, such as "DE-BY"; null: only the days off above count. */
  region: string | null;
}

export interface Calendar extends CalendarSettings {
  /** IANA name. */
  zone: string;
}

/** What a new team starts with. */
export const FIRST_CALENDAR: CalendarSettings = {
  weekdays: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '18:00',
  daysOff: [],
  region: null,
};

const MINUTE = 60_000;
const DAY = 86_400_000;
const DAY_MINUTES = DAY / MINUTE;
/** A calendar that shows no working time for so long has none. */
const PATIENCE = 1100 * DAY;

export function teamCalendar(settings: { timezone: string; calendar: CalendarSettings }): Calendar {
  return { ...settings.calendar, zone: settings.timezone };
}

/** The first instant at which so many minutes of working time have passed since `from`. Instants are epoch ms. */
export function addWorkingMinutes(calendar: Calendar, from: number, minutes: number): number {
  let missing = minutes * MINUTE;
  if (missing <= 0) return from;
  for (const span of workingSpans(calendar, from)) {
    const length = span.until - span.from;
    if (length >= missing) return span.from + missing;
    missing -= length;
  }
  throw refuse('no_working_time');
}

/** Zero when `until` is not after `from`: a clock that went back took no working time. */
export function workingMinutesBetween(calendar: Calendar, from: number, until: number): number {
  let total = 0;
  for (const span of workingSpans(calendar, from, until)) {
    if (span.from >= until) break;
    total += Math.min(span.until, until) - span.from;
  }
  return total / MINUTE;
}

export function isWorkingTime(calendar: Calendar, at: number): boolean {
  return nextWorkingInstant(calendar, at) === at;
}

/** `at` itself while people work, else the next start of work. */
export function nextWorkingInstant(calendar: Calendar, at: number): number {
  for (const span of workingSpans(calendar, at)) return span.from;
  throw refuse('no_working_time');
}

/** The day that is so many working days after the given one, YYYY-MM-DD. */
export function addWorkingDays(calendar: CalendarSettings, day: string, days: number): string {
  const works = workdays(calendar);
  const first = dayNumber(day);
  let missing = days;
  for (let number = first + 1; number <= first + PATIENCE / DAY + days * 7; number++) {
    if (works(number)) missing--;
    if (missing <= 0) return new Temporal.PlainDate(1970, 1, 1).add({ days: number }).toString();
  }
  throw refuse('no_working_time');
}

/** Of the days from the first to the last, both YYYY-MM-DD and included, those before `until`: all of them where it is left out. */
export function countWorkingDays(
  calendar: CalendarSettings,
  { from, to }: { from: string; to: string },
  until?: string,
): number {
  const works = workdays(calendar);
  const end = Math.min(dayNumber(to) + 1, until === undefined ? Number.POSITIVE_INFINITY : dayNumber(until));
  let count = 0;
  for (let day = dayNumber(from); day < end; day++) if (works(day)) count++;
  return count;
}

/** Minutes of an ordinary working day. */
export function workdayMinutes(hours: Hours): number {
  return shiftsOf(hours)
    .map(shiftMinutes)
    .reduce((total, { opens, closes }) => total + closes - opens, 0);
}

/** The instant at which the last shift of that day is over, whether it is a working day or not: at night, on the morning after. */
export function endOfHours({ zone, ...hours }: Pick<Calendar, 'zone'> & Hours, day: string): number {
  const last = Math.max(...minutesOn(hours, weekdayOf(dayNumber(day))).map(({ closes }) => closes));
  const on = Temporal.PlainDate.from(day).add({ days: Math.floor(last / DAY_MINUTES) });
  const time = new Temporal.PlainTime().add({ minutes: last % DAY_MINUTES });
  return instantOn(zone, on.toString(), time.toString().slice(0, 5));
}

/** In the order of the day. */
function minutesOn(hours: Hours, weekday: number): ShiftMinutes[] {
  return shiftsOn(hours, weekday).map(shiftMinutes);
}

interface Span {
  from: number;
  until: number;
}

/** Working time from an instant on, in order and without overlap, until `end` or until the calendar proves to be empty. */
function* workingSpans(calendar: Calendar, from: number, end = Number.POSITIVE_INFINITY): Generator<Span> {
  let lastSeen = from;
  for (const stretch of stretches(calendar.zone, from)) {
    for (const span of spansOfStretch(calendar, stretch, (at) => at > end || at - lastSeen > PATIENCE)) {
      lastSeen = span.until;
      yield span;
    }
    if (stretch.until > end || stretch.until - lastSeen > PATIENCE) return;
  }
}

/** Zone arithmetic only where the clocks change, about twice a year; between changes days are plain numbers. */
function* stretches(zone: string, from: number): Generator<Stretch> {
  for (let at = from; at < Number.POSITIVE_INFINITY; ) {
    const stretch = stretchAt(zone, at);
    yield { ...stretch, from: at };
    at = stretch.until;
  }
}

function* spansOfStretch(
  calendar: Calendar,
  stretch: Stretch,
  isEnough: (at: number) => boolean,
): Generator<Span> {
  const works = workdays(calendar);
  const shifts = WEEK.map((weekday) => minutesOn(calendar, weekday));
  let reached = stretch.from;
  // Yesterday's night shift may still be at work.
  for (let day = Math.floor((stretch.from + stretch.offset) / DAY) - 1; ; day++) {
    const midnight = day * DAY - stretch.offset;
    if (midnight >= stretch.until || isEnough(midnight)) return;
    if (!works(day)) continue;
    for (const { opens, closes } of shifts[weekdayOf(day) - 1] ?? []) {
      // Days that were changed later may let a night run into the next morning's shift.
      const from = Math.max(midnight + opens * MINUTE, reached);
      const until = Math.min(midnight + closes * MINUTE, stretch.until);
      if (from >= until) continue;
      reached = until;
      yield { from, until };
    }
  }
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** Days are counted from 1 January 1970, a Thursday. */
function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

function workdays(calendar: CalendarSettings): (day: number) => boolean {
  const { weekdays, region } = calendar;
  const daysOff = numbersOf(calendar.daysOff);
  return (day) => weekdays.includes(weekdayOf(day)) && !daysOff.has(day) && !isHoliday(region, day);
}

/** The team's list is the same for thousands of leads. */
const numbered = new WeakMap<readonly string[], ReadonlySet<number>>();

function numbersOf(days: readonly string[]): ReadonlySet<number> {
  const numbers = numbered.get(days) ?? new Set(days.map(dayNumber));
  numbered.set(days, numbers);
  return numbers;
}

function isHoliday(region: string | null, day: number): boolean {
  if (region === null) return false;
  const date = new Date(day * DAY);
  return holidaysOf(region, date.getUTCFullYear()).has(date.toISOString().slice(0, 10));
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}
