import { Temporal } from 'temporal-polyfill';
import type { FieldProblem } from '../../errors.ts';
import type { PromiseName, PromiseTargets } from '../promise.ts';
import { fieldProblem, refuse, refuseFields } from '../refusals.ts';
import { type CalendarSettings, workdayMinutes } from '../time/calendar.ts';
import { isHolidayRegion } from '../time/holidays.ts';
import { inOrder, isShift, overlapOf, shiftsOf } from '../time/shift.ts';
import type { PersonId } from './actor.ts';
import { choiceProblems } from './choose-people.ts';
import { emptyGroups, inOffice, OFFICES, type Office, type OfficeName } from './office.ts';
import { isManager, type Settings } from './settings.ts';

/** Offices are changed by naming others, whoever holds them. */
export type SettingsChange = Partial<Omit<Settings, 'calendar' | OfficeName>> & {
  calendar?: Partial<CalendarSettings>;
};

/** What holds after the change, or a refusal that names each bad field. */
export function changeSettings(settings: Settings, change: SettingsChange): Settings {
  const said = { ...settings.calendar, ...change.calendar };
  const calendar = inOrder(said);
  const next = withOffices({ ...settings, promises: inDays(settings, calendar), ...change, calendar });
  const problems = [
    ...channelProblems(settings, next),
    ...peopleProblems(settings, next),
    ...shiftProblems(said),
    ...hoursProblems(next),
    ...promiseProblems(next),
  ];
  if (problems.length > 0) throw refuseFields(problems);
  return next;
}

function withOffices(settings: Settings): Settings {
  const { managers, marketers } = settings.offices;
  return { ...settings, managers: inOffice(managers, settings), marketers: inOffice(marketers, settings) };
}

/** The one rule about who may change how the team works. */
export function assertMayManage(settings: Pick<Settings, 'managers'>, person: PersonId): void {
  if (!isManager(settings, person)) throw refuse('managers_only', { managers: settings.managers });
}

/** "5 working days" stays five days when the hours of a day change. */
function inDays({ calendar: before, promises }: Settings, after: CalendarSettings): PromiseTargets {
  const [was, is] = [workdayMinutes(before), workdayMinutes(after)];
  if (was === is || !(is > 0)) return promises;
  const scaled = (minutes: number) => (minutes > 0 && minutes % was === 0 ? (minutes / was) * is : minutes);
  const each = ({ hot, standard }: PromiseTargets[PromiseName]) => ({
    hot: scaled(hot),
    standard: scaled(standard),
  });
  return { claim: each(promises.claim), contact: each(promises.contact), verdict: each(promises.verdict) };
}

function channelProblems(before: Settings, after: Settings): FieldProblem[] {
  if (after.leadsChannel !== null || before.leadsChannel === null) return [];
  return [fieldProblem('leadsChannel', 'leads_channel_needed')];
}

const MOST_PEOPLE = 100;

function peopleProblems(before: Settings, after: Settings): FieldProblem[] {
  const problems: FieldProblem[] = [];
  // Whether they hold it as well is judged of those who are added, beside their field.
  const isNamed = ({ people, groups }: Office) => people.length + groups.length > 0;
  if (!isNamed(after.offices.managers) && isNamed(before.offices.managers)) {
    problems.push(fieldProblem('managers', 'manager_needed'));
  }
  for (const field of OFFICES) {
    problems.push(...groupProblems(field, before, after));
    const [named, known] = [after.offices[field].people, before.offices[field].people];
    const added = named.filter((person) => !known.includes(person));
    problems.push(...choiceProblems({ field, people: added, membersOnly: field === 'managers' }, before));
    if (named.length > MOST_PEOPLE)
      problems.push(fieldProblem(field, 'too_many_people', { most: MOST_PEOPLE }));
  }
  return problems;
}

/** A group that is added must put somebody into the office, and not more than anybody could name. */
function groupProblems(field: OfficeName, before: Settings, after: Settings): FieldProblem[] {
  const added = after.offices[field].groups.filter((id) => !before.offices[field].groups.includes(id));
  const found = after.userGroups.list.filter(({ id }) => added.includes(id));
  const name = `${field}Groups`;
  const [empty] = emptyGroups({ people: [], groups: added }, after);
  if (empty) return [fieldProblem(name, 'group_empty', { handle: empty.handle })];
  if (found.length < added.length) return [fieldProblem(name, 'group_unknown')];
  const isTooLarge = found.some(({ members }) => members.length > MOST_PEOPLE);
  return isTooLarge ? [fieldProblem(name, 'too_many_people', { most: MOST_PEOPLE })] : [];
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const DAY = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MOST_DAYS_OFF = 400;

/** Of the hours as they were said: in their order, before those that touch are one. */
function shiftProblems(calendar: CalendarSettings): FieldProblem[] {
  const shifts = shiftsOf(calendar);
  const problems = shifts.flatMap(({ from, to }, index) => {
    const [start, end] = index === 0 ? ['from', 'to'] : ['againFrom', 'againTo'];
    if (!TIME.test(from)) return [fieldProblem(start, 'start_needed')];
    return TIME.test(to) && isShift({ from, to }) ? [] : [fieldProblem(end, 'end_before_start')];
  });
  const overlap = problems.length === 0 && overlapOf(calendar, calendar.weekdays);
  return overlap ? [fieldProblem('againFrom', 'shifts_overlap', { shifts: overlap })] : problems;
}

function hoursProblems({ calendar, timezone, scorecardAt }: Settings): FieldProblem[] {
  const { weekdays, daysOff, region } = calendar;
  const problems: FieldProblem[] = [];
  if (weekdays.length === 0) problems.push(fieldProblem('weekdays', 'weekdays_needed'));
  if (!isZone(timezone)) problems.push(fieldProblem('timezone', 'unknown_zone'));
  if (region !== null && !isHolidayRegion(region)) problems.push(fieldProblem('region', 'unknown_region'));
  const wrong = daysOff.find((day) => !isRealDay(day));
  if (wrong !== undefined) problems.push(fieldProblem('daysOff', 'no_day_off', { text: wrong }));
  if (daysOff.length > MOST_DAYS_OFF)
    problems.push(fieldProblem('daysOff', 'too_many_days_off', { most: MOST_DAYS_OFF }));
  if (!TIME.test(scorecardAt.time)) problems.push(fieldProblem('time', 'time_needed'));
  return problems;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function isRealDay(text: string): boolean {
  const [, year, month, day] = (DAY.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return Temporal.PlainDate.from({ year, month, day }).toString() === text;
}

const LONGEST_DAYS = 60;

function promiseProblems({ promises, calendar }: Settings): FieldProblem[] {
  return PROMISE_FIELDS.flatMap(({ name, priority, field }) =>
    targetProblems(field, promises[name][priority], calendar),
  );
}

/** What is wrong with a target in working minutes. */
export function targetProblems(field: string, minutes: number, calendar: CalendarSettings): FieldProblem[] {
  const longest = LONGEST_DAYS * workdayMinutes(calendar);
  // Without hours a day is of no length: that is said beside the hours.
  if (!(longest > 0) || (Number.isInteger(minutes) && minutes >= 1 && minutes <= longest)) return [];
  return [fieldProblem(field, 'target_needed', { mostDays: LONGEST_DAYS })];
}

/** The name of the field that a target is typed into. */
export function promiseField(name: PromiseName, priority: 'hot' | 'standard'): string {
  return `${name}_${priority}`;
}

export const PROMISE_FIELDS = (['claim', 'contact', 'verdict'] as const).flatMap((name) =>
  (['hot', 'standard'] as const).map((priority) => ({ name, priority, field: promiseField(name, priority) })),
);
