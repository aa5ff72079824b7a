import { addWorkingMinutes, type Calendar, nextWorkingInstant, workingMinutesBetween } from './calendar.ts';

/**
 * The latest start (epoch ms) of so much working time that is over by `by`: whatever started then or before is due. So what is due
 * can be asked of an index on starts, without counting the working time of each.
 */
export function latestStart(calendar: Calendar, minutes: number, by: number): number {
  let step = Math.max(1, minutes) * 60_000;
  while (addWorkingMinutes(calendar, by - step, minutes) > by) step *= 2;
  const early = by - step;
  // Milliseconds are whole and fractions of a minute are not: rounded, or the sum would be a hair beside the start.
  const spare = Math.round((workingMinutesBetween(calendar, early, by) - minutes) * 60_000) / 60_000;
  const start = Math.round(addWorkingMinutes(calendar, early, spare));
  return Math.min(by, nextWorkingInstant(calendar, start));
}
