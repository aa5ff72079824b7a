import type { Money } from '../money/money.ts';
import { refuseField } from '../refusals.ts';
import type { Actor } from '../team/actor.ts';
import { dayIn, instantOn } from '../time/day.ts';
import { assertWorkable, type By } from './claim.ts';
import type { Lead, Move } from './lead.ts';

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
  assertWorkable(lead, by, ['qualified']);
  const at = instantOf(on, lead, saying);
  const move = closed(lead, by.person, { ...verdict, at });
  const day = at === saying.now ? null : on;
  // Said now, whenever it happened: it is from now on that it may be undone.
  return { ...move, event: { ...move.event, at: saying.now, data: { ...move.event.data, on: day } } };
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
export function recordOutcome(lead: Lead, actor: Actor, closing: Outcome): Move | null {
  if (isKnown(lead, closing)) return null;
  return closed(lead, actor, closing);
}

function isKnown(lead: Lead, closing: Outcome): boolean {
  return (
    lead.state === closing.outcome &&
    lead.closedAt === closing.at &&
    (closing.value === null ||
      (lead.value?.minor === closing.value.minor && lead.value.currency === closing.value.currency))
  );
}

function closed(lead: Lead, actor: Actor, { outcome, value, at, reason }: Outcome): Move {
  const kept = value ?? lead.value;
  return {
    lead: { ...lead, state: outcome, closedAt: at, value: kept, restsUntil: null },
    event: {
      kind: outcome,
      at,
      actor,
      data: { value: kept?.minor ?? null, currency: kept?.currency ?? null, reason },
    },
  };
}
