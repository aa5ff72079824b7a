/** What people say about their own working time: leave, hours, the region of their holidays. */
import { Temporal } from 'temporal-polyfill';
import { refuse } from '../refusals.ts';
import type { CalendarSettings } from '../time/calendar.ts';
import { daysUntil } from '../time/day.ts';
import { DAY } from '../time/duration.ts';
import { isHolidayRegion } from '../time/holidays.ts';
import { type Hours, hoursOf, inOrder, isShift, MOST_SHIFTS, overlapOf, shiftsOf } from '../time/shift.ts';
import type { Leave, NextHours, OwnHours, Person } from './person.ts';

export type OwnTime = Pick<Person, 'hours' | 'nextHours' | 'region' | 'leave'>;

export type OwnTimeChange =
  | { kind: 'leave'; leave: Leave }
  | { kind: 'no_leave' }
  /** What was not said of them stays as it is. Null: the team's again. */
  | { kind: 'hours'; hours: Partial<OwnHours> | null }
  | { kind: 'region'; region: string | null };

const LONGEST_LEAVE_DAYS = 400;
const LEAVE_KEPT_DAYS = 31;

interface Saying {
  /** The day that it is for the person. */
  today: string;
  team: Hours & Pick<CalendarSettings, 'weekdays'>;
}

/** Leave that is long over is forgotten, days that have passed stay what they were; hours hold from tomorrow on. */
export function changeOwnTime(own: OwnTime, change: OwnTimeChange, { today, team }: Saying): OwnTime {
  switch (change.kind) {
    case 'leave':
      return { ...own, leave: withLeave(own.leave, change.leave, today) };
    case 'no_leave':
      return { ...own, leave: passed(own.leave, today) };
    case 'hours':
      return { ...own, nextHours: nextHours(own, change.hours, { today, team }) };
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
  const apart = known.filter(
    (other) => other.to >= today && (other.to < leave.from || other.from > leave.to),
  );
  const ahead = [...apart, leave];
  // Of one that is said again what has passed stays, as far as the new one does not name the same days.
  const before = passed(known, today < leave.from ? today : leave.from).filter(
    ({ from }) => !ahead.some((other) => other.from <= from && from <= other.to),
  );
  return [...before, ...ahead].sort((a, b) => a.from.localeCompare(b.from));
}

/** The days of leave before that day; who came back long ago has been told what passed. */
function passed(known: readonly Leave[], day: string): Leave[] {
  const [yesterday = day] = daysUntil(day, 2).slice(1);
  const longAgo = daysUntil(day, LEAVE_KEPT_DAYS).at(-1) ?? day;
  return known
    .filter(({ from, to }) => from < day && to >= longAgo)
    .map(({ from, to }) => ({ from, to: to < day ? to : yesterday }));
}

/** What of their leave is still to come, today included. */
export function leaveAhead(leave: readonly Leave[], today: string): Leave[] {
  return leave.filter(({ to }) => to >= today);
}

/** The day has come. */
export function withNextHours(own: OwnTime, today: string): OwnTime {
  const { nextHours } = own;
  const hasCome = nextHours !== null && nextHours.from <= today;
  return hasCome ? { ...own, hours: nextHours.hours, nextHours: null } : own;
}

function nextHours(own: OwnTime, said: Partial<OwnHours> | null, { today, team }: Saying): NextHours {
  const known = own.nextHours ? own.nextHours.hours : own.hours;
  return { hours: said && withSaid(said, known ?? { ...team, days: null }, team), from: dayAfter(today) };
}

/** Who says hours says all shifts of all days, who says only days keeps them. */
function withSaid(said: Partial<OwnHours>, known: OwnHours, team: Saying['team']): OwnHours {
  const { days = known.days, from, to, more, otherDays } = said;
  const saysHours = from !== undefined && to !== undefined;
  const hours = hoursOf(saysHours ? { from, to, more, otherDays } : known);
  const lists = [shiftsOf(hours), ...(hours.otherDays ?? []).map(({ shifts }) => shifts)];
  if (lists.some(({ length }) => length > MOST_SHIFTS))
    throw refuse('too_many_shifts', { most: MOST_SHIFTS });
  // Those that touch are one by now, and may be longer.
  if (saysHours && !lists.flat().every(isShift)) throw refuse('hours_too_long_at_night');
  if (days?.length === 0) throw refuse('weekdays_needed');
  const overlap = overlapOf(hours, days ?? team.weekdays);
  if (overlap) throw refuse('shifts_overlap', { shifts: overlap });
  return inOrder({ ...hours, days });
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

function assertRegion(region: string | null): void {
  if (region !== null && !isHolidayRegion(region)) throw refuse('unknown_holiday_region');
}
