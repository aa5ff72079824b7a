import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { refuse } from '../../domain/refusals.ts';
import type { RejectReason } from '../../domain/reject-reason/reject-reason.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findMatch } from '../../store/lead/lead-match.ts';
import { findRejectReason, listRejectReasons } from '../../store/reject-reason/reject-reason.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

export interface RejectionScene {
  lead: Lead;
  /** To choose from. */
  reasons: RejectReason[];
  /** The lead that it looks like, while nobody has said that it is another one. */
  likely: Lead | null;
  timezone: string;
}

/** For a form that is open already. A reason that is chosen in it stays in its list, also when it has been retired meanwhile. */
export function loadRejection(
  ctx: Context,
  { leadId, person, chosen }: { leadId: LeadId; person: PersonId; chosen: string | null },
): Promise<RejectionScene> {
  return perform(ctx, 'tango', async ({ tx, settings }) => {
    const found = await findLead(tx, leadId);
    if (!found) throw refuse('lead_not_found');
    const lead = leadFor(person, found, settings);
    const reasons = await listRejectReasons(tx);
    const isListed = reasons.some(({ code }) => code === chosen);
    const retired = chosen === null || isListed ? null : await findRejectReason(tx, chosen);
    const likely = await findLikely(tx, leadId);
    return {
      lead,
      reasons: retired ? [...reasons, retired] : reasons,
      likely: likely && leadFor(person, likely, settings),
      timezone: settings.timezone,
    };
  });
}

async function findLikely(tx: Tx, leadId: LeadId): Promise<Lead | null> {
  const match = await findMatch(tx, leadId);
  if (!match || match.decision !== null || match.by === 'company') return null;
  const earlier = await findLead(tx, match.earlierId);
  return earlier?.mergedInto ? findLead(tx, earlier.mergedInto) : earlier;
}
