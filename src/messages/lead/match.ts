import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import type { MatchedLeads } from '../../slack/views/lead/match-lines.ts';
import { type MatchScene, matchMessage } from '../../slack/views/lead/match-message.ts';
import { findLead } from '../../store/lead/lead.ts';
import { findMatch, findOpenMatchOf } from '../../store/lead/lead-match.ts';
import type { Tx } from '../../store/transaction.ts';

/** `ref` is "lead/place". */
export async function renderMatch(tx: Tx, ref: string): Promise<MessageView | null> {
  const [id = '', place] = ref.split('/');
  const match = await findMatch(tx, id as LeadId);
  const lead = match && (await findLead(tx, match.leadId));
  const earlier = match && (await findLead(tx, match.earlierId));
  if (!match || !lead || !earlier) return null;
  return matchMessage({ lead, earlier, match, place: place as MatchScene['place'] });
}

/** For the card of a lead: the other leads that may be the same. */
export async function matchesOf(tx: Tx, lead: Lead): Promise<MatchedLeads> {
  const match = await findMatch(tx, lead.id);
  const earlier = match && (await findLead(tx, lead.mergedInto ?? match.earlierId));
  const open = await findOpenMatchOf(tx, lead.id);
  const later = open && (await findLead(tx, open.leadId));
  return {
    earlier: match && earlier && { lead: earlier, by: match.by, isOpen: match.decision === null },
    later: open && later && { lead: later, by: open.by },
  };
}
