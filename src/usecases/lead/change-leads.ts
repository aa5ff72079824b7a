import { leadCard, leadLine } from '../../domain/announcements/lead.ts';
import { change, type LeadChange } from '../../domain/lead/change.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { factsOf, NEW_LEAD } from '../../domain/lead/lead.ts';
import { MEETING_NEWS, type Move } from '../../domain/lead/lead-event.ts';
import { matchKeys, withMatchKeys } from '../../domain/lead/match-keys.ts';
import type { LeadInput } from '../../domain/lead/receive.ts';
import { findLatestOfPerson } from '../../store/lead/delivered.ts';
import { updateLead } from '../../store/lead/lead.ts';
import { insertLeadEvents } from '../../store/lead/lead-event.ts';
import { findUnmergedLead } from '../../store/lead/lead-match.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { findKnownDeliveries, findOfPerson, sameSource } from '../source/find-delivered.ts';
import type { Work } from '../work.ts';

/**
 * What a vendor tells later reaches the lead that it belongs to: on its card and in its thread. It is found by the vendor's id, also where the
 * address it is sent to names another source by now, and where the id has changed meanwhile by the person. Answers with what belongs to no lead that we know and is one itself: a meeting that was moved is one.
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

async function findChanged(work: Work, { what, told }: LeadChange): Promise<LeadId | null> {
  const { source, externalId } = told;
  const { email, phone } = matchKeys({ ...NEW_LEAD, receivedAt: 0, ...factsOf(told) }, work.settings);
  if (typeof externalId === 'string') {
    const [known] = await findKnownDeliveries(work, [{ source, externalId }]);
    if (known) return known.id;
    const person = { name: told.name ?? null, email, phone };
    const elsewhere = await findOfPerson(work, { externalId, person });
    if (elsewhere) return elsewhere;
  }
  // Whoever is known by the id alone is not taken for another of the same address.
  if (email === null || !MEETING_NEWS.some((each) => each === what)) return null;
  const latest = await findLatestOfPerson(work.tx, email);
  const isOfSource = await sameSource(work, [source, ...latest.map((lead) => lead.source)]);
  return latest.find((lead) => isOfSource(source, lead.source))?.id ?? null;
}

async function changeLead(work: Work, id: LeadId, told: LeadChange): Promise<void> {
  const lead = await findUnmergedLead(work.tx, id);
  const move = lead && change(lead, told, work.now);
  if (lead && move) await tellChange(work, lead, move);
}

/** Writes what the vendor has changed, and tells it on the card and below it. Answers that we have no name for are on the card alone. */
export async function tellChange(work: Work, from: Lead, { lead, event }: Move): Promise<void> {
  const changed = { ...withMatchKeys(lead, work.settings), version: from.version + 1 };
  await updateLead(work.tx, changed, from);
  const eventId = work.newId('event');
  await insertLeadEvents(work.tx, [{ ...event, id: eventId, leadId: lead.id, before: null }]);
  const isQuiet = event.kind === 'changed_there' && event.data.facts?.length === 0;
  await work.announce(leadCard(changed), isQuiet ? null : leadLine(changed, eventId));
  await announceHomes(work, [changed.owner]);
}
