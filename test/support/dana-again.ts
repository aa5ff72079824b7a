/** The same person, from several senders. */
import type { Lead, LeadId } from '../../src/domain/lead/lead.ts';
import type { Context } from '../../src/usecases/context.ts';
import { loadLeadScene } from '../../src/usecases/lead/load-lead-scene.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { ANA } from './people.ts';

export const DANA = {
  source: 'Webinar',
  name: 'Dana Whitfield',
  company: 'Harbour Hotels',
  email: 'dana@harbour.example',
};

export async function receive(ctx: Context, facts = {}, post: 'all' | 'none' = 'all'): Promise<LeadId> {
  const [received] = await receiveLeads(ctx, [{ ...DANA, ...facts }], { by: 'api', post });
  return received!.id;
}

export async function leadNow(ctx: Context, leadId: LeadId): Promise<Lead> {
  return (await loadLeadScene(ctx, { leadId, person: ANA })).lead;
}

export async function historyOf(ctx: Context, leadId: LeadId): Promise<string[]> {
  const { history } = await loadLeadScene(ctx, { leadId, person: ANA });
  return history.map((event) => event.kind);
}
