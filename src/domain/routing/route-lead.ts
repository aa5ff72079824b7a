/** What the history of a lead keeps of whose turn it was, and why. */
import type { Lead } from '../lead/lead.ts';
import type { LeadEvent, Move, TurnReason } from '../lead/lead-event.ts';
import { movedOn } from '../lead/refusals.ts';
import type { PersonId } from '../team/actor.ts';
import type { Choice, RoutingRule } from './routing.ts';

interface Routed {
  rule: RoutingRule;
  choice: Choice;
}

/** Made the owner as it arrives, by turn; not claimed until they say so. */
export function assignByTurn(lead: Lead, to: PersonId, routed: Routed, now: number): Move {
  if (lead.state !== 'new') throw movedOn(lead);
  return {
    lead: { ...lead, state: 'claimed', owner: to, claimedAt: null },
    event: {
      kind: 'assigned',
      at: now,
      actor: 'tango',
      data: { to, note: null, turn: turnReason(lead, routed) },
    },
  };
}

/** No move: it stays new. Proposed to somebody, or left open because nobody of the rule is there. */
export function turnEvent(lead: Lead, routed: Routed, now: number): LeadEvent<'proposed' | 'left_open'> {
  const to = routed.choice.person;
  const turn = turnReason(lead, routed);
  const told = { at: now, actor: 'tango' } as const;
  return to
    ? { ...told, kind: 'proposed', data: { to, turn } }
    : { ...told, kind: 'left_open', data: { turn } };
}

export interface TurnNote extends TurnReason {
  to: PersonId | null;
}

type Named = Pick<Lead, 'source' | 'region'>;

export function turnNote(lead: Named, routed: Routed): TurnNote {
  return { to: routed.choice.person, ...turnReason(lead, routed) };
}

function turnReason(lead: Named, { rule, choice }: Routed): TurnReason {
  const names = [rule.sources.length > 0 && lead.source, rule.regions.length > 0 && lead.region];
  const what = names.filter(Boolean).join(', ') || null;
  return { what, open: choice.open, cap: rule.cap, passed: choice.passed };
}
