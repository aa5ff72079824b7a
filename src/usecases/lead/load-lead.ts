import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { LeadEvent } from '../../domain/lead/lead-event.ts';
import { refuse } from '../../domain/refusals.ts';
import { findLead } from '../../store/lead/lead.ts';
import { listLeadEvents } from '../../store/lead/lead-event.ts';
import type { Context } from '../context.ts';

/** A lead with its history, oldest first. */
export function loadLead(ctx: Context, id: string): Promise<{ lead: Lead; history: LeadEvent[] }> {
  return ctx.db.transaction(async (tx) => {
    const lead = await findLead(tx, id as LeadId);
    if (!lead) throw refuse('lead_not_found');
    return { lead, history: await listLeadEvents(tx, lead.id) };
  });
}
