/** What people say about their own working time: leave, hours, the region of their holidays. */
import { refuse } from '../refusals.ts';
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
  if (leave.to < leave.from) throw refuse('leave_ends_before_start');
  if (leave.to < today) throw refuse('leave_over');
  const days = (Date.parse(leave.to) - Date.parse(today)) / DAY;
  if (days > LONGEST_LEAVE_DAYS) throw refuse('leave_too_far');
  const kept = known.filter((other) => other.to >= today && (other.to < leave.from || other.from > leave.to));
  return [...kept, leave].sort((a, b) => a.from.localeCompare(b.from));
}

function assertHours(hours: Person['hours']): void {
  if (hours !== null && hours.to <= hours.from) throw refuse('hours_end_before_start');
}

function assertRegion(region: string | null): void {
  if (region !== null && !isHolidayRegion(region)) throw refuse('unknown_holiday_region');
}
