/** How long something took with each lead: what the medians are taken of. */
import type { PromiseName } from '../promise.ts';
import { type PromiseCalendar, withoutLeave } from '../team/person.ts';
import { workingMinutesBetween } from '../time/calendar.ts';
import { MINUTE } from '../time/duration.ts';
import type { Cohort, LeadFact } from './cohort.ts';
import { customerWait } from './customer-wait.ts';
import type { TimeClock } from './figure.ts';

export type TakenTime = Extract<PromiseName, 'claim' | 'contact'> | 'wait';

/** Minutes of what was done with this lead, in time or not; more than one where it changed hands. */
export function minutesTaken(
  lead: LeadFact,
  cohort: Cohort,
  { what, clock }: { what: TakenTime; clock: TimeClock },
): number[] {
  if (what === 'wait') {
    const waited = customerWait(lead, cohort, clock);
    return waited === null ? [] : [waited];
  }
  return lead.promises.flatMap(({ kind, isDone, startedAt, endedAt, calendar }) =>
    kind === what && isDone && endedAt !== null ? MINUTES[clock](startedAt, endedAt, calendar) : [],
  );
}

const MINUTES: Record<TimeClock, (from: number, until: number, calendar: PromiseCalendar) => number> = {
  working: (from, until, calendar) => workingMinutesBetween(withoutLeave(calendar), from, until),
  wall: (from, until) => Math.max(0, until - from) / MINUTE,
};

const taken = new WeakMap<Cohort, Map<string, number[]>>();

/** Of all leads of a week. Counting working time is dear, and a week is asked for it three times. */
export function allMinutes(cohort: Cohort, time: { what: TakenTime; clock: TimeClock }): readonly number[] {
  const known = taken.get(cohort) ?? new Map<string, number[]>();
  taken.set(cohort, known);
  const key = `${time.what}:${time.clock}`;
  const minutes = known.get(key) ?? cohort.leads.flatMap((lead) => minutesTaken(lead, cohort, time));
  known.set(key, minutes);
  return minutes;
}
