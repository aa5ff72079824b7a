import { decodeKey, type MessageKey } from '../../domain/announcement.ts';
import { findLead } from '../../store/lead/lead.ts';
import { retellThread } from '../lead/repost-card.ts';
import type { Work } from '../work.ts';

/** Somebody has deleted what the outbox had posted, and it is posted again: what was told below it is too, in its new thread. */
export async function messageLost(work: Work, key: string): Promise<void> {
  const card = decodeKey('lead_card', key as MessageKey);
  const lead = card && (await findLead(work.tx, card.leadId));
  if (lead) await retellThread(work, lead);
}
