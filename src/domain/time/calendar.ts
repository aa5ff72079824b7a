/**
 * Working time: the weekdays, hours, zone, public holidays and days off by which promises are counted. A calendar is a value that is
 * handed in; the team's comes from the settings, a person's own from person.
 *
 * A working day has its hours by the wall clock. Where the clocks change inside of them (a night shift), that day is an hour
 * longer or shorter, as it is for the people at work. Working time begins with the first minute of a day's hours and is over
 * at the last; a deadline may fall exactly on the end.
 *
 * Counted in by promise, nag and jobs.
 */
import { Temporal } from 'temporal-polyfill';
import { refuse } from '../refusals.ts';
import { instantOn } from './day.ts';
import { holidaysOf } from './holidays.ts';
import { type Stretch, stretchAt } from './zone.ts';

export interface CalendarSettings {
  /** ISO weekdays, Monday is 1. */
  weekdays: number[];
  /**
   * Local times `HH:MM`. An end that is not after the start is on the next day: a night shift belongs to the day on which it begins, whose
   * weekday and holidays decide. `24:00` ends at midnight.
   */
  from: string;
  to: string;
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

/** Minutes of an ordinary working day. */
export function workdayMinutes(calendar: Pick<CalendarSettings, 'from' | 'to'>): number {
  const { opens, closes } = hoursOf(calendar);
  return (closes - opens) / MINUTE;
}

/** The instant at which the hours of that day are over, whether it is a working day or not: of a night shift, on the morning after. */
export function endOfHours({ zone, from, to }: Calendar, day: string): number {
  if (to > from && to !== MIDNIGHT) return instantOn(zone, day, to);
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  return instantOn(zone, next, to === MIDNIGHT ? '00:00' : to);
}

/** The end of a day, which is no time of it. */
const MIDNIGHT = '24:00';

/** Longer at night is rather a beginning and an end in the wrong order. */
const LONGEST_NIGHT_MINUTES = 12 * 60;

export function isShift(hours: Pick<CalendarSettings, 'from' | 'to'>): boolean {
  return hours.from < hours.to || workdayMinutes(hours) <= LONGEST_NIGHT_MINUTES;
}

/** Milliseconds since the midnight with which the day begins. */
function hoursOf({ from, to }: Pick<CalendarSettings, 'from' | 'to'>): { opens: number; closes: number } {
  const [opens, closes] = [timeOfDay(from), timeOfDay(to)];
  return { opens, closes: closes > opens ? closes : closes + DAY };
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
  const { opens, closes } = hoursOf(calendar);
  // Yesterday's night shift may still be at work.
  for (let day = Math.floor((stretch.from + stretch.offset) / DAY) - 1; ; day++) {
    const midnight = day * DAY - stretch.offset;
    if (midnight >= stretch.until || isEnough(midnight)) return;
    if (!works(day)) continue;
    const from = Math.max(midnight + opens, stretch.from);
    const until = Math.min(midnight + closes, stretch.until);
    if (from < until) yield { from, until };
  }
}

/** Days are counted from 1 January 1970, a Thursday. */
function workdays(calendar: CalendarSettings): (day: number) => boolean {
  const { weekdays, region } = calendar;
  const daysOff = numbersOf(calendar.daysOff);
  return (day) =>
    weekdays.includes(((((day + 3) % 7) + 7) % 7) + 1) && !daysOff.has(day) && !isHoliday(region, day);
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

function timeOfDay(text: string): number {
  const [hours, minutes] = [text.slice(0, 2), text.slice(3)];
  return (Number(hours) * 60 + Number(minutes)) * MINUTE;
}
