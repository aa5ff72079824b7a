/**
 * A match: a new lead that looks like an earlier one, because its e-mail or phone is the same, or its company's own domain.
 *
 * It is found once, when the new lead arrives, and open until somebody merges the two or keeps them apart; two that were merged and
 * taken apart again are kept apart. A new lead has at most one match, with the newest earlier lead that is no spam, no test and not
 * merged itself; the same person goes before the same company.
 *
 * Found by usecases/lead/find-matches. Shown by slack/views/lead/match-message. Decided by lead/merge. Stored by store/lead/lead-match.
 */
import type { PersonId } from '../team/actor.ts';
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
  /** Who got a direct message about it: the owner of the earlier lead. */
  told: PersonId | null;
  /** Null while nobody has said. */
  decision: MatchDecision | null;
}

export interface MatchDecision {
  kind: 'merged' | 'kept_apart';
  by: PersonId;
  at: number;
}

/** For the history of the earlier lead. */
export function matchedEvent({ leadId, by, foundAt }: LeadMatch): LeadEvent {
  return { kind: 'came_back', at: foundAt, actor: 'tango', data: { other: leadId, by } };
}
