import type { RefOf } from '../../domain/announcement.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { leadIn } from '../../domain/team/sharing.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import type { MatchedLeads } from '../../slack/views/lead/match-lines.ts';
import { matchMessage } from '../../slack/views/lead/match-message.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findMatch, findOpenMatchOf } from '../../store/lead/lead-match.ts';
import type { TeamReading } from '../reading.ts';

export async function renderMatch(
  { tx, settings }: TeamReading,
  { leadId, place }: RefOf<'came_back'>,
): Promise<MessageView | null> {
  const match = await findMatch(tx, leadId);
  const lead = match && (await findLead(tx, match.leadId));
  const earlier = match && (await findLead(tx, match.earlierId));
  if (!match || !lead || !earlier) return null;
  const shown = (one: Lead) => (place === 'owner' ? one : leadIn(lead.cardChannel, one, settings));
  return matchMessage({ lead: shown(lead), earlier: shown(earlier), match, place });
}

/** For the card of a lead: the other leads that may be the same, as its channel may see them. */
export async function matchesOf({ tx, settings }: TeamReading, lead: Lead): Promise<MatchedLeads> {
  const shown = (one: Lead) => leadIn(lead.cardChannel, one, settings);
  const match = await findMatch(tx, lead.id);
  const earlier = match && (await findLead(tx, lead.mergedInto ?? match.earlierId));
  const open = await findOpenMatchOf(tx, lead.id);
  const later = open && (await findLead(tx, open.leadId));
  return {
    earlier: match && earlier && { lead: shown(earlier), by: match.by, isOpen: match.decision === null },
    later: open && later && { lead: shown(later), by: open.by },
  };
}
