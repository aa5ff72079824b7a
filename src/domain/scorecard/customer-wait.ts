/**
 * The customer's clock: from the moment at which somebody wrote until somebody spoke to them, whoever had the lead meanwhile. Promises begin again
 * when a lead changes hands; this does not.
 */
import { teamCalendar, workingMinutesBetween } from '../time/calendar.ts';
import { MINUTE } from '../time/duration.ts';
import type { Cohort, LeadFact } from './cohort.ts';
import type { Figure, TimeClock } from './figure.ts';
import { timeFigure } from './measures.ts';

/** Of a lead that came without a card nobody has seen when it was dealt with. */
function isWatched({ cardChannel, promises }: LeadFact): boolean {
  return cardChannel !== null || promises.length > 0;
}

/**
 * Epoch ms; null: not yet. Of several who have spoken to the customer the first: a contact that is on record stays, though the lead was given
 * back since.
 */
export function firstContact({ contactedAt, promises }: LeadFact): number | null {
  const done = promises.flatMap(({ kind, isDone, endedAt }) =>
    kind === 'contact' && isDone && endedAt !== null ? endedAt : [],
  );
  const all = contactedAt === null ? done : [...done, contactedAt];
  return all.length === 0 ? null : Math.min(...all);
}

function watched(cohorts: readonly Cohort[]) {
  return cohorts.flatMap((cohort) => cohort.leads.filter(isWatched).map((lead) => ({ lead, cohort })));
}

/** Minutes from arrival to first contact, of those who were spoken to. A contact that was told with an earlier time than the arrival took none. */
export function customerWait(cohorts: readonly Cohort[], clock: TimeClock): Figure {
  const minutes = watched(cohorts).flatMap(({ lead, cohort }) => {
    const until = firstContact(lead);
    return until === null ? [] : minutesOf(clock, { from: lead.receivedAt, until, cohort });
  });
  return timeFigure(minutes, clock);
}

/** Spoken to within so many minutes of the wall clock, of those who were or for whom they are over. */
export function answeredWithin(cohorts: readonly Cohort[], minutes: number): Figure {
  const limit = minutes * MINUTE;
  const known = watched(cohorts).map(({ lead, cohort }) => {
    const until = firstContact(lead);
    return { until, waited: (until ?? cohort.now) - lead.receivedAt };
  });
  const judged = known.filter(({ until, waited }) => until !== null || waited > limit);
  const part = judged.filter(({ until, waited }) => until !== null && waited <= limit).length;
  return { kind: 'rate', part, of: judged.length };
}

/** To whom nobody has spoken, be it that the lead was judged without. */
export function isUnanswered(lead: LeadFact): boolean {
  return isWatched(lead) && firstContact(lead) === null;
}

interface Stretch {
  from: number;
  until: number;
  cohort: Cohort;
}

function minutesOf(clock: TimeClock, { from, until, cohort }: Stretch): number {
  if (until <= from) return 0;
  return clock === 'wall'
    ? (until - from) / MINUTE
    : workingMinutesBetween(teamCalendar(cohort.settings), from, until);
}
