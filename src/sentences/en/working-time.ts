import { workdayMinutes } from '../../domain/time/calendar.ts';
import type { Hours } from '../../domain/time/shift.ts';
import type { KeptWorkingTime } from '../../domain/time/working-time.ts';
import { count } from './count.ts';

/** "15 working minutes", "4 working hours", "5 working days"; "2 h 10 min of working time" where it is not round. */
export function sayWorkingTime(time: KeptWorkingTime): string {
  if ('text' in time) return time.text;
  if ('days' in time) return count(time.days, 'working day');
  const { minutes } = time;
  if (minutes < 60) return count(minutes, 'working minute');
  if (minutes % 60 === 0) return count(minutes / 60, 'working hour');
  return `${hoursAndMinutes(minutes)} of working time`;
}

/** As it is typed into a form: the shortest text that domain/time/read-working-time reads back as the same. */
export function workingTimeText(minutes: number, hours: Hours): string {
  const day = workdayMinutes(hours);
  if (minutes % day === 0) return count(minutes / day, 'day');
  if (minutes < 60) return `${minutes} min`;
  if (minutes % 60 === 0) return `${minutes / 60} h`;
  return hoursAndMinutes(minutes);
}

function hoursAndMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
