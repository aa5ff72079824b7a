import { plainDigits } from '../plain-digits.ts';
import { workdayMinutes } from './calendar.ts';
import type { Hours } from './shift.ts';

const UNIT = /^(\d+(?:\.\d+)?)\s*(m|min|mins|minutes?|h|hours?|d|days?)$/i;
const UNITLESS = /^\d+([.,]\d+)?$/;
const HOURS_AND_MINUTES = /^(\d+)\s*h(?:ours?)?\s*(\d+)\s*(?:m|min|minutes?)?$/i;

/** Working minutes from what people type: "15 min", "2 h", "1 h 30", "5 days". NaN where it is none of that. */
export function readWorkingTime(typed: string, hours: Hours): number {
  const text = plainDigits(typed).trim().replace(',', '.');
  const both = HOURS_AND_MINUTES.exec(text);
  if (both) return Number(both[1]) * 60 + Number(both[2]);
  const [, amount, unit = ''] = UNIT.exec(text) ?? [];
  if (amount === undefined) return Number.NaN;
  return Math.round(Number(amount) * minutesOf(unit, hours));
}

/** A bare number: of minutes, of hours, of days? */
export function lacksUnit(typed: string): boolean {
  return UNITLESS.test(plainDigits(typed).trim());
}

function minutesOf(unit: string, hours: Hours): number {
  switch (unit[0]?.toLowerCase()) {
    case 'd':
      return workdayMinutes(hours);
    case 'h':
      return 60;
    default:
      return 1;
  }
}
