/** When the story plays. Fixed days, so that each start tells the same one, and a visitor always arrives in working hours. */
import { addWorkingDays, addWorkingMinutes, nextWorkingInstant } from '../../src/domain/time/calendar.ts';
import { dayIn } from '../../src/domain/time/day.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time/duration.ts';
import { CALENDAR, ZONE } from '../company.ts';

/** Monday, eight full weeks before the present one. */
export const FIRST_DAY = '2026-09-21';
const FIRST_MIDNIGHT = Date.parse('2026-09-21T00:00:00+02:00');
/** After the hour of the scorecard: there is nothing yet that one could be about. */
export const STORY_START = Date.parse('2026-09-21T09:30:00+02:00');
/** From this Monday on leads have cards: older ones would flood the channel. */
export const CARDS_SINCE = Date.parse('2026-11-16T00:00:00+01:00');
/** The day of the visit: its leads are written by hand. */
export const TODAY = Date.parse('2026-11-19T00:00:00+01:00');
/** Thursday morning. */
export const PRESENT = Date.parse('2026-11-19T10:40:00+01:00');

/** So many working minutes later. */
export function later(from: number, minutes: number): number {
  return addWorkingMinutes(CALENDAR, from, minutes);
}

export function inWorkingTime(at: number): number {
  return nextWorkingInstant(CALENDAR, at);
}

/** The day so many working days later, YYYY-MM-DD. */
export function dayAfter(at: number, workingDays: number): string {
  return addWorkingDays(CALENDAR, dayIn(ZONE, at), workingDays);
}

/** A moment in a week of the story, the first is 0; in winter time an hour later, which is near enough for a story. */
export function momentOf(week: number, moment: { day: number; hour: number; minute: number }): number {
  const { day, hour, minute } = moment;
  return FIRST_MIDNIGHT + (week * 7 + day) * DAY + hour * HOUR + minute * MINUTE;
}

/** At a time of the day of the visit, `HH:MM`, or of so many days before. */
export function todayAt(time: string, daysAgo = 0): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return TODAY - daysAgo * DAY + hours * HOUR + minutes * MINUTE;
}
