import type { RefOf } from '../../domain/announcement.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import type { MatchedLeads } from '../../slack/views/lead/match-lines.ts';
import { matchMessage } from '../../slack/views/lead/match-message.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findMatch, findOpenMatchOf } from '../../store/lead/lead-match.ts';
import type { Reading } from '../reading.ts';

export async function renderMatch(
  { tx }: Reading,
  { leadId, place }: RefOf<'came_back'>,
): Promise<MessageView | null> {
  const match = await findMatch(tx, leadId);
  const lead = match && (await findLead(tx, match.leadId));
  const earlier = match && (await findLead(tx, match.earlierId));
  return match && lead && earlier ? matchMessage({ lead, earlier, match, place }) : null;
}

/** For the card of a lead: the other leads that may be the same. */
export async function matchesOf({ tx }: Reading, lead: Lead): Promise<MatchedLeads> {
  const match = await findMatch(tx, lead.id);
  const earlier = match && (await findLead(tx, lead.mergedInto ?? match.earlierId));
  const open = await findOpenMatchOf(tx, lead.id);
  const later = open && (await findLead(tx, open.leadId));
  return {
    earlier: match && earlier && { lead: earlier, by: match.by, isOpen: match.decision === null },
    later: open && later && { lead: later, by: open.by },
  };
}
