import type { Money } from '../money/money.ts';
import { refuseField } from '../refusals.ts';
import type { Actor } from '../team/actor.ts';
import { dayIn, instantOn } from '../time/day.ts';
import { assertWorkable, type By } from './claim.ts';
import type { Lead } from './lead.ts';
import type { Move } from './lead-event.ts';

export interface Outcome {
  outcome: 'won' | 'lost';
  value: Money | null;
  /** Epoch ms. */
  at: number;
  reason: string | null;
}

/** As a person says it in Slack, who knows the day and not the hour. */
export interface Verdict extends Omit<Outcome, 'at'> {
  /** YYYY-MM-DD; null: today. */
  on: string | null;
}

interface Saying {
  now: number;
  /** In which `on` is a day. */
  timezone: string;
}

/** By a person in Slack: only what was qualified can be won or lost, and neither tomorrow nor before it arrived. */
export function close(lead: Lead, by: By, { on, ...verdict }: Verdict, saying: Saying): Move {
  assertWorkable(lead, by, { states: ['qualified'], what: 'close' });
  const at = instantOf(on, lead, saying);
  const day = at === saying.now ? null : on;
  // Said now, whenever it happened: it is from now on that it may be undone.
  return closed(lead, { actor: by.person, at: saying.now, on: day }, { ...verdict, at });
}

function instantOf(on: string | null, { receivedAt }: Lead, { now, timezone }: Saying): number {
  const today = dayIn(timezone, now);
  if (on === null || on === today) return now;
  if (on > today) throw refuseField('on', 'close_day_ahead');
  if (on < dayIn(timezone, receivedAt)) throw refuseField('on', 'close_day_before_arrival');
  return instantOn(timezone, on, '23:59');
}

/**
 * By the CRM or a file, which know better than we do: from any state, also before the lead's arrival, also as a correction. Null when it
 * says what we know already.
 */
export function recordOutcome(lead: Lead, actor: Actor, outcome: Outcome): Move | null {
  if (isKnown(lead, outcome)) return null;
  return closed(lead, { actor, at: outcome.at, on: null }, outcome);
}

function isKnown(lead: Lead, outcome: Outcome): boolean {
  return (
    lead.state === outcome.outcome &&
    lead.closedAt === outcome.at &&
    (outcome.value === null ||
      (lead.value?.minor === outcome.value.minor && lead.value.currency === outcome.value.currency))
  );
}

interface Said {
  actor: Actor;
  at: number;
  /** YYYY-MM-DD, where it was said later than it happened. */
  on: string | null;
}

function closed(lead: Lead, { actor, at, on }: Said, told: Outcome): Move {
  const { outcome, reason } = told;
  const value = told.value ?? lead.value;
  return {
    lead: { ...lead, state: outcome, closedAt: told.at, value, restsUntil: null },
    event: { kind: outcome, at, actor, data: { value, reason, on } },
  };
}
