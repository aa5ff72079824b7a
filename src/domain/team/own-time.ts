/** What people say about their own working time: leave, hours, the region of their holidays. */
import { AppError } from '../../errors.ts';
import { DAY } from '../time/duration.ts';
import { isHolidayRegion } from '../time/holidays.ts';
import type { Leave, Person } from './person.ts';

export type OwnTime = Pick<Person, 'hours' | 'region' | 'leave'>;

export type OwnTimeChange =
  | { kind: 'leave'; leave: Leave }
  | { kind: 'no_leave' }
  | { kind: 'hours'; hours: Person['hours'] }
  | { kind: 'region'; region: string | null };

const LONGEST_LEAVE_DAYS = 400;

/** `today` is the day that it is for the person. Leave that is over is forgotten. */
export function changeOwnTime(own: OwnTime, change: OwnTimeChange, today: string): OwnTime {
  switch (change.kind) {
    case 'leave':
      return { ...own, leave: withLeave(own.leave, change.leave, today) };
    case 'no_leave':
      return { ...own, leave: [] };
    case 'hours':
      assertHours(change.hours);
      return { ...own, hours: change.hours };
    case 'region':
      assertRegion(change.region);
      return { ...own, region: change.region };
    default:
      return change satisfies never;
  }
}

function withLeave(known: readonly Leave[], leave: Leave, today: string): Leave[] {
  if (leave.to < leave.from)
    throw new AppError('invalid', 'The last day of a leave is not before its first.');
  if (leave.to < today) throw new AppError('invalid', 'That leave is over already.');
  const days = (Date.parse(leave.to) - Date.parse(today)) / DAY;
  if (days > LONGEST_LEAVE_DAYS) throw new AppError('invalid', 'That is more than a year away.');
  const kept = known.filter((other) => other.to >= today && (other.to < leave.from || other.from > leave.to));
  return [...kept, leave].sort((a, b) => a.from.localeCompare(b.from));
}

function assertHours(hours: Person['hours']): void {
  if (hours === null || hours.from < hours.to) return;
  throw new AppError('invalid', 'A working day ends after it begins, on the same day.');
}

function assertRegion(region: string | null): void {
  if (region === null || isHolidayRegion(region)) return;
  throw new AppError('invalid', 'I know no such region. Say it as in “DE”, “DE-BY” or “US-CA”.');
}
