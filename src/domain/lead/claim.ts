import { refuse } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import { isGiven, type Lead } from './lead.ts';
import type { Move } from './lead-event.ts';
import type { LeadAct } from './lead-state.ts';
import { alreadyClaimed, movedOn } from './refusals.ts';

export interface By {
  person: PersonId;
  isManager: boolean;
}

/** By whoever comes first; one that was given to somebody by that person alone. */
export function claim(lead: Lead, by: By, now: number): Move {
  const isTheirs = isGiven(lead) && lead.owner === by.person;
  if (lead.state === 'claimed' && !isTheirs) throw alreadyClaimed(lead, now);
  if (lead.state !== 'new' && !isTheirs) throw movedOn(lead);
  return {
    lead: { ...lead, state: 'claimed', owner: by.person, claimedAt: now, snoozedUntil: null },
    event: { kind: 'claimed', at: now, actor: by.person, data: {} },
  };
}

/** Gives it back to the channel, untouched by whoever held it: their snooze ends as well, or nobody would hear of it. */
export function release(lead: Lead, by: By, now: number): Move {
  assertWorkable(lead, by, { states: ['claimed'], what: 'release' });
  return {
    lead: { ...lead, state: 'new', owner: null, claimedAt: null, contactedAt: null, snoozedUntil: null },
    event: {
      kind: 'released',
      at: now,
      actor: by.person,
      data: { from: lead.owner, why: null, waited: null },
    },
  };
}

/** The first contact: the second clock stops, and who was given the lead takes it by that. Saying it again changes nothing, but is refused so that nobody wonders. */
export function contacted(lead: Lead, by: By, now: number): Move {
  assertWorkable(lead, by, { states: ['claimed'], what: 'contacted' });
  if (lead.contactedAt !== null) throw movedOn(lead);
  return {
    lead: { ...lead, contactedAt: now, claimedAt: lead.claimedAt ?? now },
    event: { kind: 'contacted', at: now, actor: by.person, data: {} },
  };
}

/** In one of the states, and the person's to decide: anybody's while new, then the owner's or a manager's. */
export function assertWorkable(
  lead: Lead,
  by: By,
  { states, what }: { states: readonly Lead['state'][]; what: LeadAct },
): void {
  if (!states.includes(lead.state)) throw movedOn(lead);
  if (lead.owner !== null && lead.owner !== by.person && !by.isManager)
    throw refuse('lead_not_yours', { owner: lead.owner, what });
}
