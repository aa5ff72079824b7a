/**
 * A person of the team as far as their working time goes: their own zone, hours, holidays and leave, and what their account is.
 * What Slack knows is copied from there; hours, region and leave are said to Tango.
 *
 * The first contact and the verdict are promised by the owner of a lead, so those clocks run in the owner's own working time. A day of
 * leave is no working time for its person; that somebody is away is a reason to hand over, which nag asks for in time.
 *
 * Changed by /tango leave, hours and region. Read by promise, nag and routing. Stored by store/team/person.
 */
import {
  type Calendar,
  type CalendarSettings,
  isWorkingTime,
  nextWorkingInstant,
  teamCalendar,
} from '../time/calendar.ts';
import { dayIn, instantOn } from '../time/day.ts';
import { DAY } from '../time/duration.ts';
import type { Hours } from '../time/shift.ts';
import { hoursOf } from '../time/shift.ts';
import type { PersonId } from './actor.ts';
import type { Identified } from './identity.ts';

/** The first and the last day of it, YYYY-MM-DD. */
export interface Leave {
  from: string;
  to: string;
}

/** Days that were not said are the team's, whatever they are. */
export type OwnHours = Hours & { days: readonly number[] | null };

/** They hold from the next day, so that nobody moves today's promises. */
export interface NextHours {
  hours: OwnHours | null;
  /** YYYY-MM-DD, for the person. */
  from: string;
}

export interface Person extends Identified {
  id: PersonId;
  /** As others call them in Slack; null until Slack has told. */
  name: string | null;
  /** IANA name; null: the team's. */
  timezone: string | null;
  /** Null: the team's hours. */
  hours: OwnHours | null;
  /** What was said of them for later; null: nothing. */
  nextHours: NextHours | null;
  /** Of public holidays; null: the team's. */
  region: string | null;
  leave: readonly Leave[];
  /** When they last moved a lead, to the hour; null: never. */
  movedAt: number | null;
}

/** Working time, and the leave that was known. */
export interface PromiseCalendar extends Calendar {
  leave: readonly Leave[];
}

export type People = ReadonlyMap<PersonId, Person>;

export interface TeamTime {
  timezone: string;
  calendar: CalendarSettings;
  people?: People;
}

/** The working time of one person; the team's for somebody we know nothing of. */
export function calendarOf(id: PersonId | null, team: TeamTime): Calendar {
  return withoutLeave(promiseCalendarOf(id, team));
}

/** A day of leave is no working day. */
export function withoutLeave({ leave, ...present }: PromiseCalendar): Calendar {
  return leave.length > 0 ? { ...present, daysOff: [...present.daysOff, ...leave.flatMap(daysOf)] } : present;
}

/** The same as if they were never on leave. */
export function presentCalendarOf(id: PersonId | null, team: TeamTime): Calendar {
  const ours = teamCalendar(team);
  const person = id === null ? undefined : team.people?.get(id);
  if (!person) return ours;
  return {
    ...ours,
    ...NO_MORE_HOURS,
    ...hoursOf(person.hours ?? ours),
    weekdays: [...(person.hours?.days ?? ours.weekdays)],
    zone: person.timezone ?? ours.zone,
    region: person.region ?? ours.region,
  };
}

/** What the team's days have and the person's have not. */
const NO_MORE_HOURS = { more: undefined, otherDays: undefined };

/** As a promise keeps it: leave is told apart, since reminders do not wait for it. */
export function promiseCalendarOf(id: PersonId | null, team: TeamTime): PromiseCalendar {
  const person = id === null ? undefined : team.people?.get(id);
  return { ...presentCalendarOf(id, team), leave: person?.leave ?? [] };
}

/** Those whose accounts live, as far as we know: an office that somebody held who is gone passes on to the next. */
export function living(ids: readonly PersonId[], { people }: Pick<TeamTime, 'people'>): PersonId[] {
  return ids.filter((id) => people?.get(id)?.isActive !== false);
}

export function isOnLeave(id: PersonId, team: TeamTime, at: number): boolean {
  const day = dayFor(id, team, at);
  return (team.people?.get(id)?.leave ?? []).some(({ from, to }) => from <= day && day <= to);
}

/** They have come back for so long: later nobody has to be told what passed. */
const BACK_FOR = 14 * DAY;

/**
 * The leaves that they have come back from last, without a moment at work between them, in order. None: they never were, or have been back for
 * a fortnight.
 */
export function lastLeaves(id: PersonId, team: TeamTime, at: number): Leave[] {
  const all = team.people?.get(id)?.leave ?? [];
  if (all.length === 0) return [];
  const calendar = calendarOf(id, team);
  const backAt = ({ from }: Leave) => nextWorkingInstant(calendar, instantOn(calendar.zone, from, '00:00'));
  const today = dayFor(id, team, at);
  const past = all
    .filter(({ to }) => to < today)
    .map((leave) => ({ leave, back: backAt(leave) }))
    .filter(({ back }) => back <= at && back > at - BACK_FOR)
    .toSorted((a, b) => a.leave.from.localeCompare(b.leave.from));
  const last = past.at(-1)?.back;
  return past.filter(({ back }) => back === last).map(({ leave }) => leave);
}

/** None while they are not at work. */
export function leavesBackFrom(id: PersonId, team: TeamTime, at: number): Leave[] {
  return isAtWork(id, team, at) ? lastLeaves(id, team, at) : [];
}

/** The day that it is for them. */
export function dayFor(id: PersonId, team: TeamTime, at: number): string {
  return dayIn(team.people?.get(id)?.timezone ?? team.timezone, at);
}

export function isAtWork(id: PersonId, team: TeamTime, at: number): boolean {
  return team.people?.get(id)?.isActive !== false && isWorkingTime(calendarOf(id, team), at);
}

function daysOf({ from, to }: Leave): string[] {
  const first = Date.parse(`${from}T00:00:00Z`);
  const count = (Date.parse(`${to}T00:00:00Z`) - first) / DAY + 1;
  return Array.from({ length: count }, (_, n) => new Date(first + n * DAY).toISOString().slice(0, 10));
}
