import { workdayMinutes } from './calendar.ts';
import type { Hours } from './shift.ts';

/** A length of working time as people think of it: in days from two on and for exactly one, in minutes below. */
export type WorkingTime = { days: number } | { minutes: number };

/** One that is kept for good: an earlier version wrote words. */
export type KeptWorkingTime = WorkingTime | { code: 'in_words'; text: string };

/** Days are rounded to a tenth. */
export function workingTime(minutes: number, hours: Hours): WorkingTime {
  const whole = Math.round(minutes);
  const day = workdayMinutes(hours);
  return whole >= 2 * day || whole === day
    ? { days: Math.round((whole / day) * 10) / 10 }
    : { minutes: whole };
}
