import type { Money } from '../money.ts';
import type { Actor } from '../people.ts';
import { assertWorkable, type By } from './claim.ts';
import type { Lead, Move } from './lead.ts';

export interface Closing {
  outcome: 'won' | 'lost';
  value: Money | null;
  /** Epoch ms. */
  at: number;
  reason: string | null;
}

/** By a person in Slack: only what was qualified can be won or lost. */
export function close(lead: Lead, by: By, closing: Closing): Move {
  assertWorkable(lead, by, ['qualified']);
  return closed(lead, by.person, closing);
}

/**
 * By the CRM or a file, which know better than we do: from any state, also before the lead's arrival, also as a correction. Null when it
 * says what we know already.
 */
export function recordOutcome(lead: Lead, actor: Actor, closing: Closing): Move | null {
  if (isKnown(lead, closing)) return null;
  return closed(lead, actor, closing);
}

function isKnown(lead: Lead, closing: Closing): boolean {
  return (
    lead.state === closing.outcome &&
    lead.closedAt === closing.at &&
    (closing.value === null ||
      (lead.value?.minor === closing.value.minor && lead.value.currency === closing.value.currency))
  );
}

function closed(lead: Lead, actor: Actor, { outcome, value, at, reason }: Closing): Move {
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
