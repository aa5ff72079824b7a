import { type CalendarSettings, workdayMinutes } from './calendar.ts';

type Hours = Pick<CalendarSettings, 'from' | 'to'>;

const UNIT = /^(\d+(?:\.\d+)?)\s*(m|min|mins|minutes?|h|hours?|d|days?)?$/i;
const HOURS_AND_MINUTES = /^(\d+)\s*h(?:ours?)?\s*(\d+)\s*(?:m|min|minutes?)?$/i;

/** Working minutes from what people type: "15", "15 min", "2 h", "1 h 30", "5 days". NaN where it is none of that. */
export function readWorkingTime(typed: string, hours: Hours): number {
  const text = typed.trim().replace(',', '.');
  const both = HOURS_AND_MINUTES.exec(text);
  if (both) return Number(both[1]) * 60 + Number(both[2]);
  const [, amount, unit = 'm'] = UNIT.exec(text) ?? [];
  if (amount === undefined) return Number.NaN;
  return Math.round(Number(amount) * minutesOf(unit, hours));
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
