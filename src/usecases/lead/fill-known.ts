/** A file that is read better than before fills what is empty in the leads that are here already, each as one change that goes when the file is taken back. */
import { leadCard } from '../../domain/announcements/lead.ts';
import type { ImportId } from '../../domain/import/import.ts';
import { type Filling, fill, fillingOf, isWorkedOnByPerson, namesOfFilled } from '../../domain/lead/fill.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { withMatchKeys } from '../../domain/lead/match-keys.ts';
import type { LeadInput } from '../../domain/lead/receive.ts';
import { withSpelled } from '../../domain/source/source.ts';
import { weekAt } from '../../domain/time/week.ts';
import { findBrought, type Made } from '../../store/import/import.ts';
import { findLeads, lockLead, updateLead } from '../../store/lead/lead.ts';
import { insertLeadEvents, listLeadEvents } from '../../store/lead/lead-event.ts';
import { listPublishedWeeks } from '../../store/scorecard/scorecard.ts';
import { resolveOrigins } from '../source/resolve-origins.ts';
import type { Work } from '../work.ts';

export interface ToldOfLead {
  id: LeadId;
  input: LeadInput;
}

/** The names of what was filled; `worked_on`: there is something to fill, and somebody has the lead in hands. Null: it knows all that already. */
export type FillFate = readonly string[] | 'worked_on' | null;

/** In the order of what is told; of a lead that is told of twice the later fills what the earlier has left. */
export async function fillKnown(
  work: Work,
  told: readonly ToldOfLead[],
): Promise<{ fates: FillFate[]; made: Made[] }> {
  const seen = await leadsHere(
    work,
    told.map(({ id }) => id),
  );
  const fates: FillFate[] = [];
  const made: Made[] = [];
  for (const { id, input } of told) {
    const known = seen.get(id);
    // Most rows of a file that was read right the first time fill nothing, and are left alone without a lock.
    const lead = known && fillingOf(known, input) ? await lockLead(work.tx, id) : null;
    const { fate, filling } = lead ? await judge(work, lead, input) : { fate: null, filling: null };
    fates.push(fate);
    if (!lead || !filling) continue;
    const { filled, eventId } = await record(work, lead, { filling, input });
    seen.set(id, filled);
    made.push({ leadId: id, eventId });
  }
  return { fates, made };
}

/** What `fillKnown` would make of these, with nothing written. Those that the same file has brought say nothing of what an earlier one has left out. */
export async function tellFillings(
  work: Work,
  told: readonly ToldOfLead[],
  { importId, inserted }: { importId: ImportId | undefined; inserted: ReadonlySet<LeadId> },
): Promise<FillFate[]> {
  const seen = await leadsHere(
    work,
    told.flatMap(({ id }) => (inserted.has(id) ? [] : id)),
  );
  const fates: FillFate[] = [];
  for (const each of told) fates.push(await previewFilling(work, each, { seen, after: new Map() }));
  if (!importId) return fates;
  const brought = await findBrought(
    work.tx,
    importId,
    told.filter((_, index) => fates[index] !== null).map(({ id }) => id),
  );
  return fates.map((fate, index) => (brought.has(told[index]?.id as LeadId) ? null : fate));
}

/** What `fillKnown` would make of one lead, with nothing written. `after`: leads as earlier rows of the file would have left them, which goes on. */
export async function previewFilling(
  work: Work,
  { id, input }: ToldOfLead,
  { seen, after }: { seen: ReadonlyMap<LeadId, Lead>; after: Map<LeadId, Lead> },
): Promise<FillFate> {
  const lead = after.get(id) ?? seen.get(id);
  const { fate, filling } = lead ? await judge(work, lead, input) : { fate: null, filling: null };
  if (lead && filling) after.set(id, fill(lead, filling, work.now).lead);
  return fate;
}

/** Those that are here, by their ids. */
export async function leadsHere({ tx }: Work, ids: readonly LeadId[]): Promise<Map<LeadId, Lead>> {
  const leads = await findLeads(tx, [...new Set(ids)]);
  return new Map(leads.map((lead) => [lead.id, lead]));
}

async function judge(
  work: Work,
  lead: Lead,
  input: LeadInput,
): Promise<{ fate: FillFate; filling: Filling | null }> {
  const filling = await allowed(work, lead, fillingOf(lead, input));
  if (!filling) return { fate: null, filling };
  if (isWorkedOnByPerson(lead, await listLeadEvents(work.tx, lead.id)))
    return { fate: 'worked_on', filling: null };
  return { fate: namesOfFilled(filling), filling };
}

/** The figures of a week that is published are not moved into another one, nor others into it. */
async function allowed({ tx, settings }: Work, lead: Lead, filling: Filling | null): Promise<Filling | null> {
  const dated = filling?.facts.find(({ fact }) => fact === 'receivedAt');
  if (!filling || !dated) return filling;
  const weeks = await listPublishedWeeks(tx);
  const isMoved = [lead.receivedAt, Date.parse(dated.is)].some((at) =>
    weeks.has(weekAt(at, settings.timezone)),
  );
  if (!isMoved) return filling;
  const facts = filling.facts.filter((each) => each !== dated);
  return facts.length + filling.fields.length > 0 ? { ...filling, facts } : null;
}

interface Recording {
  filling: Filling;
  input: LeadInput;
}

/** Its card is drawn again; nobody is told in its thread of what many rows have filled. */
async function record(
  work: Work,
  from: Lead,
  { filling, input }: Recording,
): Promise<{ filled: Lead; eventId: string }> {
  const move = fill(from, filling, work.now);
  const named = await withCampaign(work, move.lead, { filling, input });
  const filled = { ...withMatchKeys(named, work.settings), version: from.version + 1 };
  await updateLead(work.tx, filled, from);
  const eventId = work.newId('event');
  await insertLeadEvents(work.tx, [{ ...move.event, id: eventId, leadId: from.id, before: null }]);
  await work.announceAgain(leadCard(filled, { isBulk: true }));
  return { filled, eventId };
}

async function withCampaign(work: Work, lead: Lead, { filling, input }: Recording): Promise<Lead> {
  if (!filling.facts.some(({ fact }) => fact === 'campaign')) return lead;
  const { campaign, campaignId } = input;
  const [origin] = await resolveOrigins(work, [
    { source: lead.source, campaign: campaign ?? null, campaignId: campaignId ?? null },
  ]);
  const { spelled, ...rest } = lead;
  const named = { ...rest, campaign: origin?.campaign?.name ?? lead.campaign };
  return withSpelled(named, {
    source: spelled ? spelled.source : lead.source,
    campaign: origin?.campaign?.text ?? lead.campaign,
  });
}
