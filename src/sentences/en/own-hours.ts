import type { OwnHours } from '../../domain/team/person.ts';
import { type Hours, type Shift, shiftsOf } from '../../domain/time/shift.ts';
import { sayWeekdays } from './time.ts';

/** "Sunday to Thursday, 22:00 to 06:00 of the next day"; "Monday to Thursday, 09:00 to 17:00; Friday, 09:00 to 13:00"; null: the team's. */
export function sayHours(hours: OwnHours | null): string {
  if (hours === null) return 'the working hours of the team';
  const { days, otherDays = [] } = hours;
  const usual = days?.filter((day) => !otherDays.some((other) => other.days.includes(day)));
  const said = [`${usual ? sayWeekdays(usual) : 'the team’s days'}, ${sayShifts(hours)}`];
  for (const other of otherDays) {
    const worked = other.days.filter((day) => days === null || days.includes(day));
    if (worked.length > 0) said.push(`${sayWeekdays(worked)}, ${sayList(other.shifts)}`);
  }
  return said.join('; ');
}

/** "09:00 to 14:00 and 16:30 to 20:00" */
export function sayShifts(hours: Hours): string {
  return sayList(shiftsOf(hours));
}

function sayList(shifts: readonly Shift[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(shifts.map(sayShift));
}

export function sayShift({ from, to }: Shift): string {
  return `${from} to ${to > from ? to : `${to} of the next day`}`;
}
