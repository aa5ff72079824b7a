import { type Announcement, announcement, type RefOf } from '../../domain/announcement.ts';
import { cardKey } from '../../domain/announcements/lead.ts';
import { isGiven, type Lead, type LeadId } from '../../domain/lead/lead.ts';
import type { LeadEvent, LeadEventKind } from '../../domain/lead/lead-event.ts';
import { nextOwed } from '../../domain/promise/promise.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { messageUrl } from '../../domain/team/message-url.ts';
import { calendarOf, living } from '../../domain/team/person.ts';
import { eventIn, leadIn, withoutContact } from '../../domain/team/sharing.ts';
import { nextWorkingInstant } from '../../domain/time/calendar.ts';
import { type MessageView, together } from '../../slack/views/kit/message-view.ts';
import { leadCard } from '../../slack/views/lead/lead-card.ts';
import { leadGone } from '../../slack/views/lead/lead-gone.ts';
import { leadLine } from '../../slack/views/lead/lead-line.ts';
import {
  leadBack,
  leadDm,
  leadProposed,
  leadReturned,
  type ReminderScene,
} from '../../slack/views/lead/lead-reminder.ts';
import type { Giving } from '../../slack/views/lead/lead-status.ts';
import { madeFromMessage } from '../../slack/views/lead/made-from-message.ts';
import { findImportOfGone } from '../../store/import/import.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findLeadEvent, listLeadEvents } from '../../store/lead/lead-event.ts';
import { findPostedMessage } from '../../store/outbox/posted-message.ts';
import { findRunningPromises } from '../../store/promise/promise.ts';
import { findRejectReason } from '../../store/reject-reason/reject-reason.ts';
import type { Tx } from '../../store/transaction.ts';
import type { TeamReading } from '../reading.ts';
import { matchesOf } from './match.ts';
import { renderMovedOn, urlOfCard } from './moved-on.ts';

export async function renderLeadCard(
  reading: TeamReading,
  { leadId }: RefOf<'lead_card'>,
): Promise<MessageView | null> {
  const { tx, settings, now } = reading;
  const found = await findLead(tx, leadId);
  if (!found) return renderGone(tx, leadId);
  const lead = leadIn(found.cardChannel, found, settings);
  return leadCard({
    lead,
    promise: nextOwed(await findRunningPromises(tx, lead.id)),
    managers: living(settings.managers, settings),
    reasonLabel: await reasonLabel(tx, lead.rejection?.reason),
    timezone: settings.timezone,
    matches: await matchesOf(reading, lead),
    proposedTo: await proposedTo(tx, lead),
    givenBy: await givenBy(tx, lead),
    now,
  });
}

/** It came by a file that was taken back. Where nobody has seen its card there is nothing to say. */
async function renderGone(tx: Tx, leadId: LeadId): Promise<MessageView | null> {
  const posted = await findPostedMessage(tx, cardKey({ id: leadId }));
  const found = posted && (await findImportOfGone(tx, leadId));
  return found ? leadGone(found) : null;
}

/** Who gave it to its owner, or by which turn, until they take it. */
async function givenBy(tx: Tx, lead: Lead): Promise<Giving | null> {
  if (!isGiven(lead)) return null;
  const history = await listLeadEvents(tx, lead.id);
  const event = history.findLast(({ kind }) => kind === 'assigned');
  return event?.kind === 'assigned' ? { by: event.actor, what: event.data.turn?.what ?? null } : null;
}

/** Whose turn it is, until the lead moves. */
async function proposedTo(tx: Tx, lead: Lead): Promise<PersonId | null> {
  if (lead.state !== 'new') return null;
  const history = await listLeadEvents(tx, lead.id);
  const last = history.findLast(({ kind, before }) => kind === 'proposed' || before !== null);
  return last?.kind === 'proposed' ? last.data.to : null;
}

/** To whom it was given, in their hours, whenever whoever gave it was at work; once it has moved, what became of it. */
export async function renderLeadDm(reading: TeamReading, ref: RefOf<'lead_dm'>): Promise<MessageView | null> {
  const { settings, now } = reading;
  return renderReminder(reading, announcement('lead_dm', ref, { target: '' }), {
    ref,
    kinds: ['assigned', 'handed_over', 'came_off_rest'],
    show: (scene) => {
      const { owner } = scene.lead;
      if (owner === null) return null;
      return { ...leadDm(scene), notBefore: nextWorkingInstant(calendarOf(owner, settings), now) };
    },
  });
}

/** It is nobody's yet: who reads it may not know how to reach it. */
export async function renderLeadProposed(
  reading: TeamReading,
  ref: RefOf<'lead_proposed'>,
): Promise<MessageView | null> {
  const { tx, settings } = reading;
  const found = await findLead(tx, ref.leadId);
  if (!found) return null;
  const lead = leadIn(found.cardChannel, found, settings);
  if (lead.state === 'new') return leadProposed({ lead, ...(await owedOf(reading, lead)) });
  return renderMovedOn(reading, { announced: announcement('lead_proposed', ref, { target: '' }), lead });
}

/** For whoever is there; once somebody has taken it, who. */
export async function renderLeadBack(
  reading: TeamReading,
  ref: RefOf<'lead_back'>,
): Promise<MessageView | null> {
  const { settings } = reading;
  return renderReminder(reading, announcement('lead_back', ref, { target: '' }), {
    ref,
    kinds: ['mended', 'came_off_rest', 'released'],
    show: ({ lead, ...scene }) =>
      lead.state === 'new' ? leadBack({ ...scene, lead: leadIn(lead.cardChannel, lead, settings) }) : null,
  });
}

/** Once the lead has gone on, the message says so in place of the button. */
export async function renderLeadReturned(
  { tx, settings }: TeamReading,
  { leadId, returnedAt }: RefOf<'lead_returned'>,
): Promise<MessageView | null> {
  const found = await findLead(tx, leadId);
  const lead = found && leadIn(settings.marketingChannel, found, settings);
  const history = lead ? await listLeadEvents(tx, lead.id) : [];
  const event = history.find(({ kind, at }) => kind === 'rejected' && at === returnedAt);
  if (!lead || !event) return null;
  const isWaiting = lead.state === 'returned' && lead.verdictAt === event.at;
  const told = eventIn(settings.marketingChannel, event, settings);
  return leadReturned({ lead, event: told, isWaiting, reasonLabel: await reasonLabel(tx, reasonOf(event)) });
}

/** In the thread of the message that it was made from; with a link where the card is in Slack already. */
export async function renderMessageLead(
  { tx, settings }: TeamReading,
  { leadId }: RefOf<'message_lead'>,
): Promise<MessageView | null> {
  const lead = await findLead(tx, leadId);
  if (!lead) return null;
  const card = await findPostedMessage(tx, cardKey(lead));
  return madeFromMessage({ lead: withoutContact(lead), url: card && messageUrl(settings, card) });
}

interface Reminder {
  ref: RefOf<'lead_dm' | 'lead_back'>;
  /** Of the moves that it may be about. */
  kinds: readonly LeadEventKind[];
  show: (scene: ReminderScene) => MessageView | null;
}

/** For as long as the lead is as it was then; afterwards what became of it, where it was posted. */
async function renderReminder(
  reading: TeamReading,
  announced: Announcement,
  { ref, kinds, show }: Reminder,
): Promise<MessageView | null> {
  const { tx, settings } = reading;
  const lead = await findLead(tx, ref.leadId);
  if (!lead) return null;
  if (lead.version !== ref.version)
    return renderMovedOn(reading, { announced, lead: leadIn(lead.cardChannel, lead, settings) });
  const history = await listLeadEvents(tx, lead.id);
  const event = history.findLast(({ kind }) => kinds.includes(kind));
  return event ? show({ lead, event, ...(await owedOf(reading, lead)) }) : null;
}

/** What is due next, and where its card is. */
async function owedOf(reading: TeamReading, lead: Lead) {
  const promise = nextOwed(await findRunningPromises(reading.tx, lead.id));
  const { settings, now } = reading;
  return { promise, url: await urlOfCard(reading, lead), timezone: settings.timezone, now };
}

/** Lines of the card's thread, each told of one event of the history, in one message. */
export async function renderLeadLine(
  reading: TeamReading,
  { eventIds }: Pick<RefOf<'lead_line'>, 'eventIds'>,
): Promise<MessageView | null> {
  const lines: MessageView[] = [];
  for (const eventId of eventIds) {
    const line = await lineOf(reading, eventId);
    if (line) lines.push(line);
  }
  return lines.length > 0 ? together(lines) : null;
}

async function lineOf({ tx, settings }: TeamReading, eventId: string): Promise<MessageView | null> {
  const event = await findLeadEvent(tx, eventId);
  const found = event && (await findLead(tx, event.leadId));
  if (!event || !found) return null;
  const lead = leadIn(found.cardChannel, found, settings);
  const told = { event, reasonLabel: await reasonLabel(tx, reasonOf(event)), timezone: settings.timezone };
  return leadLine({
    ...told,
    ownerThen: event.before?.owner ?? null,
    lead,
    event: eventIn(lead.cardChannel, event, settings),
  });
}

function reasonOf(event: LeadEvent): string | undefined {
  return event.kind === 'rejected' ? event.data.reason : undefined;
}

async function reasonLabel(tx: Tx, code: string | undefined): Promise<string | null> {
  if (code === undefined) return null;
  return (await findRejectReason(tx, code))?.label ?? code;
}
