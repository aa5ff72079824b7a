/** People of whom Slack is asked. */
import type { PersonId } from '../../src/domain/team/actor.ts';
import { loadPeople } from '../../src/store/team/person.ts';
import { claimLead } from '../../src/usecases/lead/claim-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import type { LookUpPerson } from '../../src/usecases/team/sync-people.ts';
import type { TestContext } from './context.ts';
import { sampleProfile } from './sample-person.ts';

export const lookUp: LookUpPerson = async (id) => sampleProfile(id, { timezone: 'Europe/Lisbon' });

export async function aClaimedLead(ctx: TestContext, by: PersonId | null) {
  const input = { source: 'Webinar', name: 'Dana Whitfield' };
  const [received] = await receiveLeads(ctx, [input], { by: 'api', post: 'all' });
  if (by) await claimLead(ctx, { leadId: received!.id, person: by });
  return received!.id;
}

export function known(ctx: TestContext) {
  return ctx.db.transaction(loadPeople);
}
