/**
 * The promises to a lead as they follow from its last state alone: one claim, one contact, one verdict, by the targets of today. Tango kept no rows of
 * them once, and tests that state a lead in a line do not either.
 */
import type { Lead } from '../../src/domain/lead/lead.ts';
import type { PromiseName, PromiseSettings } from '../../src/domain/promise.ts';
import { calendarOf } from '../../src/domain/team/person.ts';
import { addWorkingMinutes, type Calendar } from '../../src/domain/time/calendar.ts';

export type PromisedLead = Pick<
  Lead,
  | 'state'
  | 'owner'
  | 'priority'
  | 'receivedAt'
  | 'createdAt'
  | 'openSince'
  | 'claimedAt'
  | 'contactedAt'
  | 'verdictAt'
  | 'cardChannel'
>;

/** Instants are epoch ms. */
export interface RunningPromise {
  name: PromiseName;
  since: number;
  due: number;
  /** Working minutes between since and due. */
  target: number;
  /** The working time that it counts in. */
  calendar: Calendar;
  /** Null while it runs. */
  endedAt: number | null;
}

/** The promises that run or have ended, in the order of the names. */
export function promisesOf(lead: PromisedLead, settings: PromiseSettings): RunningPromise[] {
  return startedPromises(lead).map(({ name, since, endedAt }) => {
    const calendar = calendarOf(name === 'claim' ? null : lead.owner, settings);
    const target = settings.promises[name][lead.priority];
    return { name, since, target, calendar, endedAt, due: addWorkingMinutes(calendar, since, target) };
  });
}

type Started = Pick<RunningPromise, 'name' | 'since' | 'endedAt'>;

function startedPromises(lead: PromisedLead): Started[] {
  const arrived = visibleSince(lead);
  if (lead.state === 'new') return [{ name: 'claim', since: arrived, endedAt: null }];
  // Whoever gives a verdict on a new lead takes it by that.
  const since = lead.claimedAt ?? lead.verdictAt;
  if (since === null) return [];
  const isWaiting = lead.state === 'claimed';
  const started: Started[] = [{ name: 'claim', since: arrived, endedAt: since }];
  if (isWaiting || lead.contactedAt !== null) {
    started.push({ name: 'contact', since, endedAt: lead.contactedAt });
  }
  if (isWaiting || lead.verdictAt !== null) started.push({ name: 'verdict', since, endedAt: lead.verdictAt });
  return started;
}

/** A lead with a card may have reached us later than it was made; nobody could claim it before. */
function visibleSince(lead: PromisedLead): number {
  if (lead.openSince !== null) return lead.openSince;
  return lead.cardChannel === null ? lead.receivedAt : Math.max(lead.receivedAt, lead.createdAt);
}
