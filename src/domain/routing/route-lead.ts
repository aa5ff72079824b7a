/** What the history of a lead keeps of whose turn it was, and why. */

import type { Lead, LeadEvent, Move } from '../lead/lead.ts';
import { movedOn } from '../lead/refusals.ts';
import type { PersonId } from '../team/actor.ts';
import type { Choice, PassedWhy, RoutingRule } from './routing.ts';

interface Routed {
  rule: RoutingRule;
  choice: Choice;
}

/** Made the owner as it arrives, by turn. */
export function assignByTurn(lead: Lead, to: PersonId, routed: Routed, now: number): Move {
  if (lead.state !== 'new') throw movedOn(lead);
  return {
    lead: { ...lead, state: 'claimed', owner: to, claimedAt: now },
    event: { kind: 'assigned', at: now, actor: 'tango', data: routingData(lead, routed) },
  };
}

/** No move: it stays new. Proposed to somebody, or left open because nobody of the rule is there. */
export function turnEvent(lead: Lead, routed: Routed, now: number): LeadEvent {
  const kind = routed.choice.person ? 'proposed' : 'left_open';
  return { kind, at: now, actor: 'tango', data: routingData(lead, routed) };
}

export interface TurnNote {
  to: PersonId | null;
  /** What the rule is for: the source or the region as the lead names it; null: all leads. */
  what: string | null;
  open: number;
  cap: number | null;
  passed: Choice['passed'];
}

export function turnNote(lead: Pick<Lead, 'source' | 'region'>, { rule, choice }: Routed): TurnNote {
  const names = [rule.sources.length > 0 && lead.source, rule.regions.length > 0 && lead.region];
  const what = names.filter(Boolean).join(', ') || null;
  return { to: choice.person, what, open: choice.open, cap: rule.cap, passed: choice.passed };
}

function routingData(lead: Lead, routed: Routed): LeadEvent['data'] {
  const { passed, ...note } = turnNote(lead, routed);
  return { ...note, passed: passed.map(({ person, why }) => `${person}:${why}`).join(',') || null };
}

/** Null for an event that is not about a turn. */
export function readTurnNote({ data }: LeadEvent): TurnNote | null {
  if (typeof data.open !== 'number') return null;
  const passed = String(data.passed ?? '')
    .split(',')
    .filter(Boolean)
    .map((each) => {
      const [person, why] = each.split(':');
      return { person: person as PersonId, why: why as PassedWhy };
    });
  return {
    to: data.to as PersonId | null,
    what: data.what === null ? null : String(data.what),
    open: data.open,
    cap: data.cap === null ? null : Number(data.cap),
    passed,
  };
}
