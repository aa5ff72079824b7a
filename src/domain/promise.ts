/**
 * The three promises to a lead, each with a target per priority, in working minutes: somebody claims it, its owner makes
 * the first contact, and gives a verdict. Claiming is the team's promise and counts in its working time; the other two are the owner's
 * and count in theirs.
 *
 * The promise to claim runs from when the lead's card can be seen; the other two run from the claim. Five working days are five times
 * the minutes of a working day, so a lead claimed on Tuesday at 14:19 is owed its verdict on the next Tuesday at 14:19.
 * It ends with what was promised; one that is overtaken (rejected before any contact) is dropped, neither kept nor broken.
 *
 * Shown by slack/views/lead/lead-card. Chased by nag. Counted by scorecard.
 */

import type { Lead, Priority } from './lead/lead.ts';
import { calendarOf, type TeamTime } from './team/person.ts';
import {
  addWorkingMinutes,
  type Calendar,
  FIRST_CALENDAR,
  workdayMinutes,
  workingMinutesBetween,
} from './time/calendar.ts';

export type PromiseName = 'claim' | 'contact' | 'verdict';

export type PromiseTargets = Record<PromiseName, Record<Priority, number>>;

/** The part of the settings that promises are counted by. */
export interface PromiseSettings extends TeamTime {
  promises: PromiseTargets;
}

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

const FIVE_DAYS = 5 * workdayMinutes(FIRST_CALENDAR);

/** What a new team starts with. */
export const FIRST_TARGETS: PromiseTargets = {
  claim: { hot: 15, standard: 120 },
  contact: { hot: 240, standard: 240 },
  verdict: { hot: FIVE_DAYS, standard: FIVE_DAYS },
};

/** The promises that run or have ended, in the order of the names. */
export function promisesOf(lead: PromisedLead, settings: PromiseSettings): RunningPromise[] {
  return startedPromises(lead).map(({ name, since, endedAt }) => {
    const calendar = calendarOf(name === 'claim' ? null : lead.owner, settings);
    const target = settings.promises[name][lead.priority];
    return { name, since, target, calendar, endedAt, due: addWorkingMinutes(calendar, since, target) };
  });
}

/** The promise that somebody has to act on next; null once there is a verdict. */
export function runningPromise(lead: PromisedLead, settings: PromiseSettings): RunningPromise | null {
  return promisesOf(lead, settings).find((promise) => promise.endedAt === null) ?? null;
}

export function promiseStatus(promise: RunningPromise, now: number): 'running' | 'kept' | 'broken' {
  if ((promise.endedAt ?? now) > promise.due) return 'broken';
  return promise.endedAt === null ? 'running' : 'kept';
}

/** How long it took, or takes so far, in minutes of its working time. */
export function workingMinutesTaken({ calendar, since, endedAt }: RunningPromise, now: number): number {
  return workingMinutesBetween(calendar, since, endedAt ?? now);
}

/** The same by the clock on the wall. */
export function wallMinutesTaken({ since, endedAt }: RunningPromise, now: number): number {
  return Math.max(0, (endedAt ?? now) - since) / 60_000;
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
