import { cardKey, leadCard, leadHistory } from '../../domain/announcements/lead.ts';
import { messageMoved } from '../../domain/announcements/team.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { channelAt } from '../../domain/team/place.ts';
import { listLeadEvents, type RecordedEvent } from '../../store/lead/lead-event.ts';
import { endThread, moveMessage } from '../../store/outbox/repost.ts';
import type { Work } from '../work.ts';

type Carded = Pick<Lead, 'id' | 'cardChannel' | 'priority'>;

/**
 * Its card is posted where the lead belongs now, with what was told below the old one; that one says where to find it. What is being posted
 * this very moment stays, and is moved by whoever looks next (move-cards).
 */
export async function moveCard(work: Work, lead: Carded): Promise<void> {
  if (lead.cardChannel === null) return;
  const key = cardKey(lead);
  const left = await moveMessage(work.tx, { key, to: lead.cardChannel, now: work.now });
  await work.announce(leadCard(lead));
  if (!left) return;
  await retellThread(work, lead);
  if (channelAt(left.channel) !== null) await work.announce(messageMoved(key, left));
}

/** What happened so far, below a card that is posted again. */
export async function retellThread(work: Work, lead: Carded): Promise<void> {
  await endThread(work.tx, cardKey(lead), 'lead_line');
  const told = (await listLeadEvents(work.tx, lead.id)).filter(hasLine).map(({ id }) => id);
  await work.announce(...leadHistory(lead, { eventIds: told, at: work.now }));
}

/** A move, or whose turn it was. What is shown as a state of its own is not told twice. */
function hasLine({ kind, before }: RecordedEvent): boolean {
  return before !== null || kind === 'proposed' || kind === 'left_open' || kind === 'changed_there';
}
