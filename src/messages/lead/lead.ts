import { dedupeKey } from '../../domain/announcement.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { LeadEvent, LeadEventKind } from '../../domain/lead/lead-event.ts';
import { runningPromise } from '../../domain/promise.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { leadCard } from '../../slack/views/lead/lead-card.ts';
import { leadLine } from '../../slack/views/lead/lead-line.ts';
import { leadBack, leadDm, leadProposed, leadReturned } from '../../slack/views/lead/lead-reminder.ts';
import { madeFromMessage } from '../../slack/views/lead/made-from-message.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findLeadEvent, listLeadEvents } from '../../store/lead/lead-event.ts';
import { findPostedMessage } from '../../store/outbox/posted-message.ts';
import { findRejectReason } from '../../store/reject-reason/reject-reason.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import { matchesOf } from './match.ts';

export async function renderLeadCard(tx: Tx, leadId: string, now: number): Promise<MessageView | null> {
  const lead = await findLead(tx, leadId as LeadId);
  if (!lead) return null;
  const settings = await loadSettings(tx);
  return leadCard({
    lead,
    promise: runningPromise(lead, settings),
    reasonLabel: await reasonLabel(tx, lead.rejection?.reason),
    timezone: settings.timezone,
    showsContact: settings.contactShownTo === 'channel',
    matches: await matchesOf(tx, lead),
    proposedTo: await proposedTo(tx, lead),
    now,
  });
}

/** Whose turn it is, until the lead moves. */
async function proposedTo(tx: Tx, lead: Lead): Promise<PersonId | null> {
  if (lead.state !== 'new') return null;
  const history = await listLeadEvents(tx, lead.id);
  const last = history.findLast(({ kind, before }) => kind === 'proposed' || before !== null);
  return last?.kind === 'proposed' ? last.data.to : null;
}

/** `ref` is "lead/version". Null when it went on to somebody else meanwhile. */
export async function renderLeadDm(tx: Tx, ref: string): Promise<MessageView | null> {
  const scene = await reminderScene(tx, ref, ['assigned', 'handed_over', 'came_off_rest']);
  return scene?.lead.owner ? leadDm(scene) : null;
}

/** Null when somebody has taken it meanwhile. */
export async function renderLeadProposed(tx: Tx, leadId: string): Promise<MessageView | null> {
  const lead = await findLead(tx, leadId as LeadId);
  return lead?.state === 'new' ? leadProposed(lead) : null;
}

/** `ref` is "lead/version". Null when somebody has taken it meanwhile. */
export async function renderLeadBack(tx: Tx, ref: string): Promise<MessageView | null> {
  const scene = await reminderScene(tx, ref, ['mended', 'came_off_rest', 'released']);
  return scene?.lead.state === 'new' ? leadBack(scene) : null;
}

/** `ref` is "lead/when it came back". Once the lead has gone on, the message says so in place of the button. */
export async function renderLeadReturned(tx: Tx, ref: string): Promise<MessageView | null> {
  const [id = '', returnedAt] = ref.split('/');
  const lead = await findLead(tx, id as LeadId);
  const history = lead ? await listLeadEvents(tx, lead.id) : [];
  const event = history.find(({ kind, at }) => kind === 'rejected' && String(at) === returnedAt);
  if (!lead || !event) return null;
  const isWaiting = lead.state === 'returned' && lead.verdictAt === event.at;
  return leadReturned({ lead, event, isWaiting, reasonLabel: await reasonLabel(tx, reasonOf(event)) });
}

/** In the thread of the message that it was made from; with a link where the card is in Slack already. */
export async function renderMessageLead(tx: Tx, leadId: string): Promise<MessageView | null> {
  const lead = await findLead(tx, leadId as LeadId);
  if (!lead) return null;
  const card = await findPostedMessage(tx, dedupeKey({ kind: 'lead_card', ref: lead.id }));
  return madeFromMessage({ lead, card });
}

async function reminderScene(tx: Tx, ref: string, kinds: readonly LeadEventKind[]) {
  const [id = '', version] = ref.split('/');
  const lead = await findLead(tx, id as LeadId);
  if (!lead || String(lead.version) !== version) return null;
  const history = await listLeadEvents(tx, lead.id);
  const event = history.findLast(({ kind }) => kinds.includes(kind));
  return event ? { lead, event } : null;
}

/** A line of the card's thread, told of one event of the history. */
export async function renderLeadLine(tx: Tx, eventId: string): Promise<MessageView | null> {
  const event = await findLeadEvent(tx, eventId);
  const lead: Lead | null = event && (await findLead(tx, event.leadId));
  if (!event || !lead) return null;
  const { timezone } = await loadSettings(tx);
  const code = reasonOf(event);
  return leadLine({ lead, event, reasonLabel: await reasonLabel(tx, code), timezone });
}

function reasonOf(event: LeadEvent): string | undefined {
  return event.kind === 'rejected' ? event.data.reason : undefined;
}

async function reasonLabel(tx: Tx, code: string | undefined): Promise<string | null> {
  if (code === undefined) return null;
  return (await findRejectReason(tx, code))?.label ?? code;
}
