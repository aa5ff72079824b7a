/**
 * The ladder of reminders: what is said of a promise that is near its end or past it, when, and to whom. Its steps are data of each kind
 * (domain/promise/kinds). Nags are few, end by themselves, and stop with any move of what they are about.
 *
 * A step is said once in each cycle; after a silence (a night, a leave, a crash, a clock that jumped) only the latest step due is. Any sign of
 * work and the end of a snooze begin another cycle (domain/promise/chase). From the first daily step on, people hear of it each working day.
 * Fractions count as if nobody were ever on leave: a lead must not wait for a holiday to end. What is said waits for whoever hears it.
 *
 * Said by usecases/nag/send-nags, at most so many a person (receipt).
 */
import { type NagStep, type PromiseKind, ruleOf } from '../promise/kinds.ts';
import { personOf, type TeamPromise } from '../promise/promise.ts';
import type { PersonId } from '../team/actor.ts';
import { calendarOf, dayFor, isAtWork, living } from '../team/person.ts';
import type { Settings } from '../team/settings.ts';
import { addWorkingMinutes, type Calendar, isWorkingTime, nextWorkingInstant } from '../time/calendar.ts';
import { dayIn, instantOn } from '../time/day.ts';
import { DAY } from '../time/duration.ts';

interface Look {
  settings: Settings;
  /** Epoch ms. */
  now: number;
}

/** Hours and leave may change meanwhile: looking in vain costs one read. */
const LONGEST_LOOK = DAY;

/** The latest step not said yet that is due by now and that whoever hears it is there for; null: nothing is to be said. */
export function dueStep(promise: TeamPromise, { settings, now }: Look): NagStep | null {
  const isDue = (step: NagStep) => stepAt(promise, step) <= now && isHeard(promise, step, { settings, now });
  return stepsAhead(promise).findLast(isDue) ?? null;
}

/** When to look at it again, once what is due by now has been said: always later. Null: nothing more will ever be said. */
export function nextLook(
  promise: TeamPromise,
  { settings, now, recipients }: Look & { recipients: readonly PersonId[] },
): number | null {
  const ahead = stepsAhead(promise);
  const said = saidStep(promise);
  if (ahead.length === 0 && !isDaily(said)) return null;
  const steps = ahead.map((step) => {
    const at = Math.max(stepAt(promise, step), now);
    const hours = hoursFor(promise, step, settings);
    return hours ? nextWorkingInstant(hours, at) : at;
  });
  const isLeadsSecondDay = isDaily(said) && isChasedOnCard(promise.kind);
  const mornings = [
    ...recipients.map((id) => comesToWork(id, settings, now)),
    ...(isLeadsSecondDay
      ? [nextMorning(calendarOf(null, settings), dayIn(settings.timezone, now + DAY))]
      : []),
  ];
  return Math.min(...[...steps, ...mornings].filter((at) => at > now), now + LONGEST_LOOK);
}

/** The step that was said last in this cycle; null: none was. */
export function saidStep({ kind, said }: Pick<TeamPromise, 'kind' | 'said'>): NagStep | null {
  return ruleOf(kind).steps.find(({ step }) => step === said) ?? null;
}

/** People hear of it by their message of the day, each day. */
export function isDaily(step: NagStep | null): boolean {
  return step?.how === 'daily' || step?.how === 'daily_and_thread';
}

/** Managers were told on an earlier day, and nothing has moved: everybody in the channel is to know. */
export function isLeftOvernight(promise: TeamPromise, { settings, now }: Look): boolean {
  const { kind, toldAt, end } = promise;
  if (end !== null || toldAt === null || !isChasedOnCard(kind)) return false;
  return dayIn(settings.timezone, toldAt) < dayIn(settings.timezone, now);
}

/** What sales owes a lead: its card, its thread and the channel say so, besides the messages of the day. */
export function isChasedOnCard(kind: PromiseKind): boolean {
  return ruleOf(kind).steps.some(({ how }) => how === 'daily_and_thread');
}

function stepsAhead(promise: TeamPromise): NagStep[] {
  const { steps } = ruleOf(promise.kind);
  const said = steps.findIndex(({ step }) => step === promise.said);
  return steps.slice(said + 1).filter(({ step }) => step !== 'release' || promise.toldAt !== null);
}

function stepAt({ calendar, cycleAt, target, toldAt }: TeamPromise, { step, after }: NagStep): number {
  const at = addWorkingMinutes(calendar, cycleAt, target * after);
  if (step !== 'release' || toldAt === null) return at;
  return Math.max(at, addWorkingMinutes(calendar, toldAt, target));
}

function isHeard(promise: TeamPromise, step: NagStep, { settings, now }: Look): boolean {
  const hours = hoursFor(promise, step, settings);
  return hours === null || isWorkingTime(hours, now);
}

/** An owner keeps their own hours, the channel those of the team. Null: the message of the day waits for each reader by itself. */
function hoursFor(
  { owedBy }: TeamPromise,
  { step, how }: NagStep,
  settings: Pick<Settings, 'timezone' | 'calendar' | 'people'>,
): Calendar | null {
  if (how === 'daily') return null;
  const isForOwner = step === 'near' || step === 'breach';
  return calendarOf(isForOwner ? personOf(owedBy) : null, settings);
}

/** Today's message was told to who is there: they hear of it again tomorrow. */
function comesToWork(id: PersonId, settings: Settings, now: number): number {
  const calendar = calendarOf(id, settings);
  if (!isAtWork(id, settings, now)) return nextWorkingInstant(calendar, now);
  return nextMorning(calendar, dayFor(id, settings, now + DAY));
}

function nextMorning(calendar: Calendar, day: string): number {
  return nextWorkingInstant(calendar, instantOn(calendar.zone, day, '00:00'));
}

interface Reach {
  settings: Settings;
  /** By name, where a side owes it together. */
  asked: readonly PersonId[];
}

/** Who has it in their message of the day: those of the step that was said and of all before it. */
export function recipientsOf(promise: TeamPromise, reach: Reach): PersonId[] {
  const { steps } = ruleOf(promise.kind);
  const said = steps.findIndex(({ step }) => step === promise.said);
  const reached = steps.slice(0, said + 1).filter(isDaily);
  return [...new Set(reached.flatMap(({ to }) => peopleAt(promise, to, reach)))];
}

function peopleAt(promise: TeamPromise, to: NagStep['to'], reach: Reach): readonly PersonId[] {
  if (to === 'managers') return living(reach.settings.managers, reach.settings);
  if (to === 'bound') return boundPeople(promise, reach);
  const waiting = to === 'waiting' ? personOf(promise.owedTo) : null;
  return waiting ? living([waiting], reach.settings) : [];
}

/** Whoever owes it: an office or a person that is gone leaves it to the managers. What was asked of a channel binds nobody by name. */
export function boundPeople({ owedBy }: TeamPromise, reach: Reach): readonly PersonId[] {
  const { settings, asked } = reach;
  const person = personOf(owedBy);
  const together = owedBy === 'marketing' ? settings.marketers : asked;
  const people = living(person ? [person] : together, settings);
  const isNobodys = people.length === 0 && (person !== null || owedBy === 'marketing');
  return isNobodys ? living(settings.managers, settings) : people;
}
