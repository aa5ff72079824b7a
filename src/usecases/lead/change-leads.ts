import { leadCard, leadLine } from '../../domain/announcements/lead.ts';
import { change, type LeadChange } from '../../domain/lead/change.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { factsOf, NEW_LEAD } from '../../domain/lead/lead.ts';
import { matchKeys } from '../../domain/lead/match-keys.ts';
import type { LeadInput } from '../../domain/lead/receive.ts';
import {
  deliveryKey,
  findLatestOfPerson,
  findLeadsByDelivery,
  lockLead,
  updateLead,
} from '../../store/lead/lead.ts';
import { insertLeadEvents } from '../../store/lead/lead-event.ts';
import { announceHomes } from '../home/announce-homes.ts';
import type { Work } from '../work.ts';

/**
 * What a vendor tells later reaches the lead that it belongs to: on its card and in its thread. It is found by the vendor's id, and where that has
 * changed meanwhile by the person. Answers with what belongs to no lead that we know and is one itself: a meeting that was moved is one.
 */
export async function changeLeads(work: Work, changes: readonly LeadChange[]): Promise<LeadInput[]> {
  const fresh: LeadInput[] = [];
  for (const each of changes) {
    const id = await findChanged(work, each);
    if (id) await changeLead(work, id, each);
    else if (each.what === 'meeting_moved') fresh.push(each.told);
  }
  return fresh;
}

async function findChanged({ tx, settings }: Work, { told }: LeadChange): Promise<LeadId | null> {
  const { source, externalId } = told;
  if (typeof externalId === 'string') {
    const known = await findLeadsByDelivery(tx, [{ source, externalId }]);
    const id = known.get(deliveryKey(source, externalId));
    if (id) return id;
  }
  const { email } = matchKeys({ ...NEW_LEAD, receivedAt: 0, ...factsOf(told) }, settings);
  return email === null ? null : findLatestOfPerson(tx, { source, email });
}

async function changeLead(work: Work, id: LeadId, told: LeadChange): Promise<void> {
  const lead = await lockLead(work.tx, id);
  const move = lead && change(lead, told, work.now);
  if (!lead || !move) return;
  const changed = { ...move.lead, version: lead.version + 1 };
  await updateLead(work.tx, changed, lead);
  const eventId = work.newId('event');
  await insertLeadEvents(work.tx, [{ ...move.event, id: eventId, leadId: id, before: null }]);
  await work.announce(leadCard(changed), leadLine(changed, eventId));
  await announceHomes(work, [changed.owner]);
}
