import type { OwnHours } from '../../domain/team/person.ts';
import { sayWeekdays } from './time.ts';

/** "Sunday to Thursday, 22:00 to 06:00 of the next day"; null: the team's. */
export function sayHours(hours: OwnHours | null): string {
  if (hours === null) return 'the working hours of the team';
  const { days, from, to } = hours;
  const end = to > from ? to : `${to} of the next day`;
  return `${days ? sayWeekdays(days) : 'the team’s days'}, ${from} to ${end}`;
}
