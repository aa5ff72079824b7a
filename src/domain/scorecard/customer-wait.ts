/**
 * The customer's clock: from the moment at which somebody wrote until somebody spoke to them, whoever had the lead meanwhile. Promises begin again
 * when a lead changes hands; this does not.
 */
import { teamCalendar, workingMinutesBetween } from '../time/calendar.ts';
import { MINUTE } from '../time/duration.ts';
import type { Cohort, LeadFact } from './cohort.ts';
import type { TimeClock } from './figure.ts';

/** Of a lead that came without a card nobody has seen when it was dealt with. */
function isWatched({ cardChannel, promises }: LeadFact): boolean {
  return cardChannel !== null || promises.length > 0;
}

/**
 * Epoch ms; null: not yet. Of several who have spoken to the customer the first: a contact that is on record stays, though the lead was given
 * back since.
 */
export function firstContact(lead: Spoken): number | null {
  const known = contacts.get(lead);
  if (known !== undefined) return known;
  const at = contactOf(lead);
  contacts.set(lead, at);
  return at;
}

type Spoken = Pick<LeadFact, 'contactedAt' | 'promises'>;

/** A dozen numbers ask for it. */
const contacts = new WeakMap<Spoken, number | null>();

function contactOf({ contactedAt, promises }: Spoken): number | null {
  let first = contactedAt;
  for (const { kind, isDone, endedAt } of promises)
    if (kind === 'contact' && isDone && endedAt !== null && (first === null || endedAt < first))
      first = endedAt;
  return first;
}

export function isContacted(lead: LeadFact): boolean {
  return isWatched(lead) && firstContact(lead) !== null;
}

/** To whom nobody has spoken, be it that the lead was judged without. */
export function isUnanswered(lead: LeadFact): boolean {
  return isWatched(lead) && firstContact(lead) === null;
}

/** Spoken to within so many minutes of the wall clock, or later than that and not yet though they are over. Who still may be in time is neither. */
export function answered(minutes: number, how: 'in_time' | 'late') {
  return (lead: LeadFact, { now }: Cohort): boolean => {
    if (!isWatched(lead)) return false;
    const until = firstContact(lead);
    const isLate = (until ?? now) - lead.receivedAt > minutes * MINUTE;
    return how === 'late' ? isLate : until !== null && !isLate;
  };
}

/** Minutes from arrival to first contact; null: not spoken to. A contact that was told with an earlier time than the arrival took none. */
export function customerWait(lead: LeadFact, cohort: Cohort, clock: TimeClock): number | null {
  const until = isWatched(lead) ? firstContact(lead) : null;
  return until === null ? null : minutesOf(clock, { from: lead.receivedAt, until, cohort });
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
