/** A lead that was qualified and is about to be won. */
import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { Context } from '../../src/usecases/context.ts';
import type { CloseLeadInput } from '../../src/usecases/lead/close-lead.ts';
import { qualifyLead } from '../../src/usecases/lead/qualify-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { ANA } from './people.ts';

export async function qualifiedLead(ctx: Context): Promise<LeadId> {
  const [received] = await receiveLeads(ctx, [{ source: 'Fair', name: 'Dana Whitfield' }], {
    by: 'api',
    post: 'all',
  });
  const met = ['fits', 'need', 'decides', 'timing'];
  const rest = { exception: null, nextStep: null, nextStepOn: null, note: null };
  await qualifyLead(ctx, { leadId: received!.id, person: ANA, met, amount: '18000', ...rest });
  return received!.id;
}

export const won = (leadId: LeadId, rest: Partial<CloseLeadInput>): CloseLeadInput => ({
  ...{ leadId, person: ANA, outcome: 'won', amount: null, currency: null, on: null, reason: null },
  ...rest,
});
