/** Two leads that are one: the new one is merged into the earlier, or kept apart, or taken out of it again. */
import { refuse, refuseField } from '../refusals.ts';
import type { Actor } from '../team/actor.ts';
import { NO_VERDICT } from './assign.ts';
import { assertWorkable, type By } from './claim.ts';
import { isOpen, type Lead, type LeadLife } from './lead.ts';
import type { LeadEvent, Move } from './lead-event.ts';
import type { LeadMatch } from './match.ts';
import { movedOn } from './refusals.ts';

interface Pair {
  lead: Lead;
  /** The one that stays. */
  earlier: Lead;
}

/** A deal of its own is not merged away: its verdict would vanish from every rate. */
export const MERGEABLE: readonly Lead['state'][] = ['new', 'claimed', 'rejected', 'resting', 'returned'];

export function isMergeable(lead: Lead): boolean {
  return MERGEABLE.includes(lead.state);
}

/** The new one is done with; the earlier one goes on, with whoever has begun to work on either. */
export function merge(pair: Pair, by: By, now: number): Merged {
  if (!isMergeable(pair.lead)) throw movedOn(pair.lead);
  assertTheirs(pair, by);
  return joined(pair, by.person, now);
}

export interface Merged {
  merged: Move;
  kept: Move;
}

/**
 * The vendor says that the two are one person. The earlier one stays, unless the other is a deal already; null: both are, and neither is merged away.
 * Who worked on the one that is done with reads it below the other.
 */
export function mergeThere([earlier, later]: readonly [Lead, Lead], now: number): (Pair & Merged) | null {
  const pair = isMergeable(later) ? { lead: later, earlier } : { lead: earlier, earlier: later };
  if (!isMergeable(pair.lead)) return null;
  const { merged, kept } = joined(pair, 'api', now);
  const had = pair.lead.owner !== kept.lead.owner ? pair.lead.owner : null;
  return {
    ...pair,
    merged,
    kept: { lead: kept.lead, event: { ...kept.event, kind: 'merged', data: { from: pair.lead.id, had } } },
  };
}

function joined(pair: Pair, actor: Actor, now: number): Merged {
  const { lead, earlier } = pair;
  const event = { kind: 'merged', at: now, actor } as const;
  return {
    merged: { lead: mergedInto(pair), event: { ...event, data: { into: earlier.id, note: null } } },
    kept: { lead: resumed(pair, now), event: { ...event, data: { from: lead.id } } },
  };
}

/**
 * Rejected as a duplicate: whoever may judge it says which lead it is. That one stays as it is, whoever works on it, and only tells of it:
 * nobody has asked for it to be worked on again.
 */
export function mergeDuplicate(
  pair: Pair,
  by: By,
  { note, now }: { note: string | null; now: number },
): { merged: Move; told: LeadEvent } {
  const { lead, earlier } = pair;
  assertWorkable(lead, by, { states: ['new', 'claimed'], what: 'reject' });
  if (earlier.id === lead.id) throw refuseField('duplicateOf', 'duplicate_of_itself');
  const event = { kind: 'merged', at: now, actor: by.person } as const;
  return {
    merged: { lead: mergedInto(pair), event: { ...event, data: { into: earlier.id, note } } },
    told: { ...event, data: { from: lead.id } },
  };
}

function mergedInto({ lead, earlier }: Pair): Lead {
  return { ...lead, state: 'merged', mergedInto: earlier.id, restsUntil: null, snoozedUntil: null };
}

/**
 * Words that nobody has judged yet open a lead again that was closed without a deal. A lead that is worked on, or was won, stays as it
 * is; one that nobody has goes to who claimed the new one.
 */
function resumed({ lead, earlier }: Pair, now: number): Lead {
  if (!isOpen(lead)) return earlier;
  switch (earlier.state) {
    case 'new':
      return lead.owner ? { ...earlier, ...workOn(lead) } : earlier;
    case 'rejected':
    case 'resting':
    case 'returned':
      return { ...reopened(earlier, now), ...(lead.owner ? workOn(lead) : {}), openSince: lead.createdAt };
    case 'lost':
      return { ...earlier, state: 'qualified', closedAt: null };
    default:
      return earlier;
  }
}

/** The work on it so far. */
function workOn({ owner, claimedAt, contactedAt }: Lead) {
  return { state: 'claimed', owner, claimedAt, contactedAt } as const;
}

function reopened(lead: Lead, now: number): Lead {
  const back = lead.owner ? ({ state: 'claimed', claimedAt: now } as const) : ({ state: 'new' } as const);
  return { ...lead, ...NO_VERDICT, ...back, closedAt: null, restsUntil: null };
}

interface LivesBefore {
  lead: LeadLife;
  /** Null when the earlier one has moved on since: then it stays as it is. */
  earlier: LeadLife | null;
}

/** Two after all: each is again what it was before they were merged. */
export function split(pair: Pair, by: By, before: LivesBefore, now: number): { back: Move; left: Move } {
  const { lead, earlier } = pair;
  if (lead.state !== 'merged') throw movedOn(lead);
  assertTheirs(pair, by);
  const event = { kind: 'split', at: now, actor: by.person } as const;
  return {
    back: { lead: { ...lead, ...before.lead }, event: { ...event, data: { from: earlier.id } } },
    left: leftBy(pair, { by, now, life: before.earlier }),
  };
}

/** The one that stayed, as it was before; `life` null: it has moved on since, and stays as it is. */
export function leftBy(
  { lead, earlier }: Pair,
  { by, now, life }: { by: By; now: number; life: LeadLife | null },
): Move {
  return {
    lead: { ...earlier, ...life },
    event: { kind: 'split', at: now, actor: by.person, data: { other: lead.id } },
  };
}

/** For the histories of both. */
export function keepApart(pair: Pair, by: By, now: number): [forLead: LeadEvent, forEarlier: LeadEvent] {
  assertTheirs(pair, by);
  const event = { kind: 'kept_apart', at: now, actor: by.person } as const;
  return [
    { ...event, data: { other: pair.earlier.id } },
    { ...event, data: { other: pair.lead.id } },
  ];
}

export function assertUndecided({ decision }: LeadMatch): void {
  if (decision) throw refuse('match_decided', { by: decision.by, kind: decision.kind });
}

/** Whoever works on one of them, or a manager; anybody while nobody does. */
function assertTheirs({ lead, earlier }: Pair, by: By): void {
  const owners = [...new Set([earlier.owner, lead.owner])].filter((owner) => owner !== null);
  if (owners.length === 0 || by.isManager || owners.includes(by.person)) return;
  throw refuse('match_not_yours', { owners });
}
