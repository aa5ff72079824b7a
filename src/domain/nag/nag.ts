/**
 * A nag: a polite word about a promise that is near its end or past it. Nags are few, end by themselves, and stop with any move of
 * the lead.
 *
 * The ladder below is the whole policy. Only the clock that somebody has to act on next is chased. A step is said once for each run of
 * its clock, in the working time of whoever hears it; after a silence (a night, a leave, a crash, a clock that jumped) only the latest
 * step due is said. Any sign of work, any return to the channel and the end of a snooze start a new run.
 * Fractions count in the owner's working time as if they were never on leave: a lead must not wait for a holiday to end.
 *
 * Sent by usecases/nag/send-nags, at most so many a person (nag-receipt). Shown by slack/views/nag/nag. Stored by store/nag.
 */

import type { Lead } from '../lead/lead.ts';
import { type PromiseName, type PromiseSettings, type RunningPromise, runningPromise } from '../promise.ts';
import { calendarOf, presentCalendarOf } from '../team/person.ts';
import { addWorkingMinutes, type Calendar, isWorkingTime, nextWorkingInstant } from '../time/calendar.ts';

export type NagId = string & { readonly __nag: never };

type NagStep = 'near' | 'breach' | 'manager' | 'release';

/** Who is called: nobody by name, the reps at work, the owner, or the managers. */
type NagWhom = 'nobody' | 'on_duty' | 'owner' | 'managers';

/**
 * A line in the thread of the card, a post in the leads channel, a direct message with the buttons, the managers' message of the day
 * with a line in the thread, or a move: back to the channel.
 */
type NagHow = 'thread' | 'channel' | 'dm' | 'digest' | 'move';

export interface NagRule {
  promise: PromiseName;
  /** Fraction of the promise's target. */
  after: number;
  step: NagStep;
  whom: NagWhom;
  how: NagHow;
}

/** For each promise the steps in order of time. */
export const LADDER: readonly NagRule[] = [
  { promise: 'claim', after: 0.8, step: 'near', whom: 'nobody', how: 'thread' },
  { promise: 'claim', after: 1, step: 'breach', whom: 'on_duty', how: 'channel' },
  { promise: 'claim', after: 2, step: 'manager', whom: 'managers', how: 'digest' },
  { promise: 'contact', after: 0.8, step: 'near', whom: 'nobody', how: 'thread' },
  { promise: 'contact', after: 1, step: 'breach', whom: 'owner', how: 'dm' },
  { promise: 'contact', after: 2, step: 'manager', whom: 'managers', how: 'digest' },
  // Never sooner than so much after a manager has heard of it.
  { promise: 'contact', after: 3, step: 'release', whom: 'nobody', how: 'move' },
  { promise: 'verdict', after: 0.8, step: 'near', whom: 'nobody', how: 'thread' },
  { promise: 'verdict', after: 1, step: 'breach', whom: 'owner', how: 'dm' },
  { promise: 'verdict', after: 2, step: 'manager', whom: 'managers', how: 'digest' },
];

/** Which step of which run of a clock. */
interface NagKey {
  promise: PromiseName;
  step: string;
  /** When that run began, epoch ms. */
  cycleAt: number;
}

export interface Nag extends NagKey {
  id: NagId;
  leadId: Lead['id'];
  sentAt: number;
}

/** What the lead's row does not say. */
export interface NagHistory {
  sent: readonly (NagKey & Pick<Nag, 'sentAt'>)[];
  /** When the lead last came back to the channel: released, mended, off its rest. */
  cameBackAt: number | null;
}

export interface DueNag extends NagKey {
  rule: NagRule;
  dueAt: number;
}

interface Look {
  history: NagHistory;
  now: number;
}

const NOTHING_YET: NagHistory = { sent: [], cameBackAt: null };

/**
 * When to look at this lead again; null: never. Without the history it may name a moment at which everything has been said: looking
 * then costs one read and says nothing.
 */
export function nextNagAt(lead: Lead, settings: PromiseSettings, history = NOTHING_YET): number | null {
  return nextLookAt(lead, settings, { history, now: 0 });
}

/** The same once all that could be said by now has been: always later than now. */
export function nextLookAt(lead: Lead, settings: PromiseSettings, { history, now }: Look): number | null {
  const times = stepsAhead(lead, settings, history).map(({ rule, dueAt }) =>
    nextWorkingInstant(recipientsCalendar(rule, lead, settings), Math.max(dueAt, now)),
  );
  return times.length > 0 ? Math.min(...times) : null;
}

/** The latest step that is due by now and that whoever hears it is there for, if any. */
export function dueNag(lead: Lead, settings: PromiseSettings, { history, now }: Look): DueNag | null {
  const isDue = ({ rule, dueAt }: DueNag) =>
    dueAt <= now && isWorkingTime(recipientsCalendar(rule, lead, settings), now);
  return stepsAhead(lead, settings, history).findLast(isDue) ?? null;
}

/** The reps and the channel keep the team's hours, an owner their own. A manager's message waits for them by itself. */
function recipientsCalendar({ promise, step }: NagRule, lead: Lead, settings: PromiseSettings): Calendar {
  const isForOwner = promise !== 'claim' && (step === 'near' || step === 'breach');
  return calendarOf(isForOwner ? lead.owner : null, settings);
}

function stepsAhead(lead: Lead, settings: PromiseSettings, history: NagHistory): DueNag[] {
  if (lead.isTest || lead.cardChannel === null) return [];
  const clock = runningPromise(lead, settings);
  if (!clock) return [];
  const cycleAt = Math.max(clock.since, lead.activeAt ?? 0, history.cameBackAt ?? 0, lead.snoozedUntil ?? 0);
  const rules = LADDER.filter((rule) => rule.promise === clock.name);
  const sent = history.sent.filter((key) => key.promise === clock.name && key.cycleAt === cycleAt);
  const said = rules.findLastIndex(({ step }) => sent.some((key) => key.step === step));
  const toldAt = sent.find(({ step }) => step === 'manager')?.sentAt ?? null;
  const calendar = presentCalendarOf(clock.name === 'claim' ? null : lead.owner, settings);
  return rules
    .slice(said + 1)
    .filter(({ step }) => step !== 'release' || toldAt !== null)
    .map((rule) => ({
      ...{ promise: rule.promise, step: rule.step, cycleAt, rule },
      dueAt: dueAt(rule, clock, { cycleAt, toldAt, calendar }),
    }));
}

interface Run {
  cycleAt: number;
  /** When the managers were told. */
  toldAt: number | null;
  calendar: Calendar;
}

function dueAt(rule: NagRule, { target }: RunningPromise, { cycleAt, toldAt, calendar }: Run): number {
  const due = addWorkingMinutes(calendar, cycleAt, target * rule.after);
  if (rule.step !== 'release' || toldAt === null) return due;
  return Math.max(due, addWorkingMinutes(calendar, toldAt, target));
}
