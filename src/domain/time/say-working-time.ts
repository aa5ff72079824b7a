import { type CalendarSettings, workdayMinutes } from './calendar.ts';

/** "15 working minutes", "4 working hours", "5 working days"; "2 h 10 min of working time" where it is not round. */
export function sayWorkingTime(minutes: number, calendar: Pick<CalendarSettings, 'from' | 'to'>): string {
  const whole = Math.round(minutes);
  const day = workdayMinutes(calendar);
  if (whole >= 2 * day || whole === day) return count(Math.round((whole / day) * 10) / 10, 'working day');
  if (whole < 60) return count(whole, 'working minute');
  if (whole % 60 === 0) return count(whole / 60, 'working hour');
  return `${Math.floor(whole / 60)} h ${whole % 60} min of working time`;
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
