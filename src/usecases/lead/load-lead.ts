import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { LeadEvent } from '../../domain/lead/lead-event.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import { refuse } from '../../domain/refusals.ts';
import { findLead } from '../../store/lead/lead.ts';
import { listLeadEvents } from '../../store/lead/lead-event.ts';
import { listPromises } from '../../store/promise/promise.ts';
import type { Context } from '../context.ts';

export interface LoadedLead {
  lead: Lead;
  /** The oldest first, as are the promises. */
  history: LeadEvent[];
  promises: TeamPromise[];
}

export function loadLead(ctx: Context, id: string): Promise<LoadedLead> {
  return ctx.db.transaction(async (tx) => {
    const lead = await findLead(tx, id as LeadId);
    if (!lead) throw refuse('lead_not_found');
    const history = await listLeadEvents(tx, lead.id);
    return { lead, history, promises: await listPromises(tx, lead.id) };
  });
}
