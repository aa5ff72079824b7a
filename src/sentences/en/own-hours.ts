import type { OwnHours } from '../../domain/team/person.ts';
import { type Hours, type Shift, shiftsOf } from '../../domain/time/shift.ts';
import { sayWeekdays } from './time.ts';

/** "Sunday to Thursday, 22:00 to 06:00 of the next day"; null: the team's. */
export function sayHours(hours: OwnHours | null): string {
  if (hours === null) return 'the working hours of the team';
  return `${hours.days ? sayWeekdays(hours.days) : 'the team’s days'}, ${sayShifts(hours)}`;
}

/** "09:00 to 14:00 and 16:30 to 20:00" */
export function sayShifts(hours: Hours): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(shiftsOf(hours).map(sayShift));
}

export function sayShift({ from, to }: Shift): string {
  return `${from} to ${to > from ? to : `${to} of the next day`}`;
}
