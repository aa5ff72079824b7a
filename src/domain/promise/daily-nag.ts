/**
 * Whatever is not chased by the ladder of leads: one message a person and day with all that they owe, wait for or are told of as a manager,
 * from near the due time on, each working day until it moves. It is edited when something in it is done.
 */
import type { PersonId } from '../team/actor.ts';
import { calendarOf, dayFor, isAtWork, living } from '../team/person.ts';
import type { Settings } from '../team/settings.ts';
import { addWorkingMinutes, nextWorkingInstant } from '../time/calendar.ts';
import { instantOn } from '../time/day.ts';
import { DAY } from '../time/duration.ts';
import { type DailyStep, ruleOf } from './kinds.ts';
import { personOf, type TeamPromise } from './promise.ts';

/** The latest step whose time has come; null: none yet. */
export function dailyStepAt(promise: TeamPromise, now: number): DailyStep | null {
  return stepsOf(promise).findLast((step) => stepAt(promise, step) <= now) ?? null;
}

/** When to look again: at the next step, and when somebody who is to hear of it comes to work next. */
export function nextDailyLook(
  promise: TeamPromise,
  recipients: readonly PersonId[],
  { settings, now }: { settings: Settings; now: number },
): number {
  const ahead = stepsOf(promise)
    .map((step) => stepAt(promise, step))
    .filter((at) => at > now);
  return Math.min(...ahead, ...recipients.map((id) => comesToWork(id, settings, now)), now + LONGEST_LOOK);
}

const LONGEST_LOOK = 7 * DAY;

/** Today's message was told to who is there: they hear of it again tomorrow. */
function comesToWork(id: PersonId, settings: Settings, now: number): number {
  const calendar = calendarOf(id, settings);
  if (!isAtWork(id, settings, now)) return nextWorkingInstant(calendar, now);
  const tomorrow = dayFor(id, settings, now + DAY);
  return nextWorkingInstant(calendar, instantOn(calendar.zone, tomorrow, '00:00'));
}

/** The step that was said last; null: none was. */
export function saidStep(promise: TeamPromise): DailyStep | null {
  return stepsOf(promise).find(({ step }) => step === promise.said) ?? null;
}

function stepsOf({ kind }: TeamPromise): readonly DailyStep[] {
  return ruleOf(kind).daily ?? [];
}

/** As if nobody were ever on leave. */
function stepAt({ calendar, cycleAt, target }: TeamPromise, { after }: DailyStep): number {
  return addWorkingMinutes(calendar, cycleAt, target * after);
}

interface Reach {
  settings: Settings;
  /** By name, where a side owes it together. */
  asked: readonly PersonId[];
}

/** Who hears of a promise that has come to a step: those of that step and of all before it. */
export function recipientsOf(promise: TeamPromise, step: DailyStep, reach: Reach): PersonId[] {
  const steps = stepsOf(promise);
  const reached = steps.slice(0, steps.findIndex((each) => each.step === step.step) + 1);
  return [...new Set(reached.flatMap(({ to }) => peopleAt(promise, to, reach)))];
}

function peopleAt(promise: TeamPromise, to: DailyStep['to'], reach: Reach): readonly PersonId[] {
  if (to === 'managers') return living(reach.settings.managers, reach.settings);
  if (to === 'bound') return boundPeople(promise, reach);
  const waiting = personOf(promise.owedTo);
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
