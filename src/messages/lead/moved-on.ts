/** What has become of a lead, in place of a message that put it before somebody. */
import { type Announcement, keyOf } from '../../domain/announcement.ts';
import { cardKey } from '../../domain/announcements/lead.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { LeadEvent } from '../../domain/lead/lead-event.ts';
import { messageUrl } from '../../domain/team/message-url.ts';
import { eventIn } from '../../domain/team/sharing.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { eventSentence } from '../../slack/views/lead/lead-line.ts';
import { movedOn } from '../../slack/views/lead/lead-reminder.ts';
import { findLastMove } from '../../store/lead/lead-event.ts';
import { findPostedMessage } from '../../store/outbox/posted-message.ts';
import { findRejectReason } from '../../store/reject-reason/reject-reason.ts';
import type { Tx } from '../../store/transaction.ts';
import type { TeamReading } from '../reading.ts';

/** Null: the message is not in Slack, and need not be any more. */
export async function renderMovedOn(
  reading: TeamReading,
  { announced, lead }: { announced: Pick<Announcement, 'kind' | 'ref'>; lead: Lead },
): Promise<MessageView | null> {
  if (!(await findPostedMessage(reading.tx, keyOf(announced)))) return null;
  return movedOn({ lead, sentence: await lastMoveOf(reading, lead), url: await urlOfCard(reading, lead) });
}

/** "{16:40} @ben qualified it." Null: nobody has moved it. */
export async function lastMoveOf({ tx, settings }: TeamReading, lead: Lead): Promise<string | null> {
  const move = await findLastMove(tx, lead.id);
  return move && sayMove({ tx, settings }, { lead, move });
}

/** One move of its history, as whoever reads the card may see it. */
export async function sayMove(
  { tx, settings }: Pick<TeamReading, 'tx' | 'settings'>,
  { lead, move }: { lead: Lead; move: LeadEvent },
): Promise<string> {
  const event = eventIn(lead.cardChannel, move, settings);
  const reasonLabel = event.kind === 'rejected' ? await labelOf(tx, event.data.reason) : null;
  return eventSentence({ lead, event, reasonLabel, timezone: settings.timezone });
}

async function labelOf(tx: Tx, code: string): Promise<string> {
  return (await findRejectReason(tx, code))?.label ?? code;
}

/** Null: it has none in Slack. */
export async function urlOfCard(
  { tx, settings }: TeamReading,
  lead: Pick<Lead, 'id'>,
): Promise<string | null> {
  const card = await findPostedMessage(tx, cardKey(lead));
  return card && messageUrl(settings, card);
}
