/** What is said to whoever acted on a lead that is not as they saw it. */
import type { AppError } from '../../errors.ts';
import { refuse } from '../refusals.ts';
import type { Lead } from './lead.ts';

/** To the one who came second. */
export function alreadyClaimed(lead: Lead, now: number): AppError {
  if (lead.claimedAt === null && lead.owner) return refuse('lead_given', { owner: lead.owner });
  return refuse('lead_claimed_before', { by: lead.owner, aheadMs: now - (lead.claimedAt ?? now) });
}

export function movedOn({ state, owner, ...lead }: Lead): AppError {
  const at = lead.closedAt ?? lead.verdictAt ?? lead.claimedAt;
  return refuse('lead_moved_on', { state, by: state === 'new' ? null : owner, at });
}
