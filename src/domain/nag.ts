/**
 * A nag: a polite word about a promise that is near its end or past it. Nags are few, end by themselves, and stop with any move of
 * the lead.
 *
 * The ladder below is the whole policy. Only the clock that somebody has to act on next is chased. A step is said once for each
 * run of its clock; after a silence (a night, a crash, a clock that jumped) only the latest step due is said, those before it are
 * passed over. Nothing is said outside working hours, about a test, or about a lead without a card.
 * Any sign of work, and any return to the channel, starts a new run: the promise is as old as it is, but nobody is nagged for what
 * was before. A snoozed lead is quiet, and its run starts when the snooze ends.
 *
 * Sent by usecases/send-nags. Shown by slack/views/nag. Stored by store/nag.
 */
import { addWorkingMinutes, teamCalendar } from './calendar.ts';
import type { Lead } from './lead/lead.ts';
import { type PromiseClock, type PromiseName, type PromiseSettings, runningPromise } from './promise.ts';

export type NagId = string & { readonly __nag: never };

type NagStep = 'near' | 'breach' | 'manager';

/** Who is called: nobody by name, the owner, the people who are there, or the managers. */
type NagWhom = 'nobody' | 'owner' | 'channel' | 'managers';

/** A line in the thread of the card, a post in the leads channel, or a direct message with the buttons. */
type NagHow = 'thread' | 'channel' | 'dm';

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
  { promise: 'claim', after: 1, step: 'breach', whom: 'channel', how: 'channel' },
  { promise: 'claim', after: 2, step: 'manager', whom: 'managers', how: 'thread' },
  { promise: 'contact', after: 0.8, step: 'near', whom: 'nobody', how: 'thread' },
  { promise: 'contact', after: 1, step: 'breach', whom: 'owner', how: 'dm' },
  { promise: 'contact', after: 2, step: 'manager', whom: 'managers', how: 'thread' },
  { promise: 'verdict', after: 0.8, step: 'near', whom: 'nobody', how: 'thread' },
  { promise: 'verdict', after: 1, step: 'breach', whom: 'owner', how: 'dm' },
  { promise: 'verdict', after: 2, step: 'manager', whom: 'managers', how: 'thread' },
];

/** Which step of which run of a clock. */
export interface NagKey {
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
  sent: readonly NagKey[];
  /** When the lead last came back to the channel: released, mended, off its rest. */
  cameBackAt: number | null;
}

export interface DueNag extends NagKey {
  rule: NagRule;
  dueAt: number;
}

const NOTHING_YET: NagHistory = { sent: [], cameBackAt: null };

/**
 * When to look at this lead again; null: never. Without the history it may name a moment at which everything has been said: looking
 * then costs one read and says nothing.
 */
export function nextNagAt(lead: Lead, settings: PromiseSettings, history = NOTHING_YET): number | null {
  return stepsAhead(lead, settings, history)[0]?.dueAt ?? null;
}

/** The latest step that is due by now, if any. */
export function dueNag(
  lead: Lead,
  settings: PromiseSettings,
  { history, now }: { history: NagHistory; now: number },
): DueNag | null {
  return stepsAhead(lead, settings, history).findLast((nag) => nag.dueAt <= now) ?? null;
}

function stepsAhead(lead: Lead, settings: PromiseSettings, history: NagHistory): DueNag[] {
  if (lead.isTest || lead.cardChannel === null) return [];
  const clock = runningPromise(lead, settings);
  if (!clock) return [];
  const cycleAt = Math.max(clock.since, lead.activeAt ?? 0, history.cameBackAt ?? 0, lead.snoozedUntil ?? 0);
  const rules = LADDER.filter((rule) => rule.promise === clock.name);
  const said = rules.findLastIndex((rule) => history.sent.some((key) => isSaid(key, rule, cycleAt)));
  return rules.slice(said + 1).map((rule) => dueBy(rule, clock, { cycleAt, settings }));
}

function isSaid(key: NagKey, rule: NagRule, cycleAt: number): boolean {
  return key.promise === rule.promise && key.step === rule.step && key.cycleAt === cycleAt;
}

function dueBy(
  rule: NagRule,
  clock: PromiseClock,
  { cycleAt, settings }: { cycleAt: number; settings: PromiseSettings },
): DueNag {
  const dueAt = addWorkingMinutes(teamCalendar(settings), cycleAt, clock.target * rule.after);
  return { promise: rule.promise, step: rule.step, cycleAt, rule, dueAt };
}
