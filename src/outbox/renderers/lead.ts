import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { runningPromise } from '../../domain/promise.ts';
import { leadCard } from '../../slack/views/lead-card.ts';
import { leadLine } from '../../slack/views/lead-line.ts';
import type { MessageView } from '../../slack/views/message-view.ts';
import { findLead, findLeadEvent } from '../../store/lead.ts';
import { findRejectReason } from '../../store/reject-reason.ts';
import { loadSettings } from '../../store/settings.ts';
import type { Tx } from '../../store/transaction.ts';

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
    now,
  });
}

/** A line of the card's thread, told of one event of the history. */
export async function renderLeadLine(tx: Tx, eventId: string): Promise<MessageView | null> {
  const event = await findLeadEvent(tx, eventId);
  const lead: Lead | null = event && (await findLead(tx, event.leadId));
  if (!event || !lead) return null;
  const { timezone } = await loadSettings(tx);
  const code = typeof event.data.reason === 'string' ? event.data.reason : undefined;
  return leadLine({ lead, event, reasonLabel: await reasonLabel(tx, code), timezone });
}

async function reasonLabel(tx: Tx, code: string | undefined): Promise<string | null> {
  if (code === undefined) return null;
  return (await findRejectReason(tx, code))?.label ?? code;
}
