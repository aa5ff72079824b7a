/**
 * A match: a new lead that looks like an earlier one, because its e-mail or phone is the same, or its company's own domain.
 *
 * It is found once, when the new lead arrives, and open until somebody merges the two or keeps them apart; two that were merged and
 * taken apart again are kept apart. A new lead has at most one match, with the lead that somebody works on, however many came after it,
 * else with the newest that is no spam, no test and not merged itself; the same person goes before the same company.
 *
 * It is told in the thread of both cards and to whoever works on the earlier lead. What comes within the hour is told in the same two
 * messages, edited: the match that was first names them.
 *
 * Found by usecases/lead/find-matches. Shown by slack/views/lead/match-message. Decided by lead/merge. Stored by store/lead/lead-match.
 */
import type { Actor, PersonId } from '../team/actor.ts';
import { HOUR } from '../time/duration.ts';
import type { LeadId, MatchKeys } from './lead.ts';
import type { LeadEvent } from './lead-event.ts';

/** In the order in which they are asked. */
export const MATCHED_BY = ['email', 'phone', 'company'] as const satisfies (keyof MatchKeys)[];
export type MatchedBy = (typeof MATCHED_BY)[number];

export interface LeadMatch {
  leadId: LeadId;
  earlierId: LeadId;
  by: MatchedBy;
  /** Epoch ms. */
  foundAt: number;
  /** Who got a direct message about it: whoever works on the chain of their leads. */
  told: PersonId | null;
  /** The match in whose messages it is told along; null: it has messages of its own. */
  toldWith: LeadId | null;
  /** Null while nobody has said. */
  decision: MatchDecision | null;
}

/** One message to a person and thread is edited for so long; what comes later is news again. */
export const TOLD_TOGETHER_FOR = HOUR;

/** Which match names the messages about this one. */
export function headOf({ leadId, toldWith }: Pick<LeadMatch, 'leadId' | 'toldWith'>): LeadId {
  return toldWith ?? leadId;
}

export interface MatchDecision {
  kind: 'merged' | 'kept_apart';
  /** A person, or the vendor that both came from. */
  by: Actor;
  at: number;
}

/** For the history of the earlier lead. */
export function matchedEvent({ leadId, by, foundAt }: LeadMatch): LeadEvent {
  return { kind: 'came_back', at: foundAt, actor: 'tango', data: { other: leadId, by } };
}
