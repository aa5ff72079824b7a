import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { refuse } from '../../domain/refusals.ts';
import type { RejectReason } from '../../domain/reject-reason/reject-reason.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findRejectReason, listRejectReasons } from '../../store/reject-reason/reject-reason.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

export interface RejectionScene {
  lead: Lead;
  /** To choose from. */
  reasons: RejectReason[];
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
    return { lead, reasons: retired ? [...reasons, retired] : reasons };
  });
}
