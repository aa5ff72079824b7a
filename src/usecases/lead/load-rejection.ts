import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { refuse } from '../../domain/refusals.ts';
import type { RejectReason } from '../../domain/reject-reason/reject-reason.ts';
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
  { leadId, chosen }: { leadId: LeadId; chosen: string | null },
): Promise<RejectionScene> {
  return perform(ctx, 'tango', async ({ tx }) => {
    const lead = await findLead(tx, leadId);
    if (!lead) throw refuse('lead_not_found');
    const reasons = await listRejectReasons(tx);
    const isListed = reasons.some(({ code }) => code === chosen);
    const retired = chosen === null || isListed ? null : await findRejectReason(tx, chosen);
    return { lead, reasons: retired ? [...reasons, retired] : reasons };
  });
}
