import type { RefOf } from '../../domain/announcement.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { leadFor, leadIn } from '../../domain/team/sharing.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import type { MatchedLeads } from '../../slack/views/lead/match-lines.ts';
import { type CameAgain, matchMessage } from '../../slack/views/lead/match-message.ts';
import { findLead } from '../../store/lead/lead.ts';
import { countRepeats, findMatch, findOpenMatchOf, listToldWith } from '../../store/lead/lead-match.ts';
import type { TeamReading } from '../reading.ts';

export async function renderMatch(
  reading: TeamReading,
  { leadId, place }: RefOf<'came_back'>,
): Promise<MessageView | null> {
  const { tx, settings } = reading;
  const match = await findMatch(tx, leadId);
  const earlier = match && (await findLead(tx, match.earlierId));
  if (!match || !earlier) return null;
  const came: CameAgain[] = [];
  for (const each of place === 'new' ? [match] : await listToldWith(tx, match)) {
    const lead = await findLead(tx, each.leadId);
    if (lead) came.push({ match: each, lead, repeats: await countRepeats(tx, lead.id) });
  }
  // Where it stands says who may see how to reach them.
  const channel = (place === 'new' ? came.at(-1)?.lead : earlier)?.cardChannel ?? null;
  const { told } = match;
  const shown = (one: Lead) => {
    if (place !== 'owner' || told === null) return leadIn(channel, one, settings);
    return told === earlier.owner ? one : leadFor(told, one, settings);
  };
  return matchMessage({
    place,
    earlier: shown(earlier),
    came: came.map((each) => ({ ...each, lead: shown(each.lead) })),
    timezone: settings.timezone,
  });
}

/** For the card of a lead: the other leads that may be the same, as its channel may see them. */
export async function matchesOf({ tx, settings }: TeamReading, lead: Lead): Promise<MatchedLeads> {
  const shown = (one: Lead) => leadIn(lead.cardChannel, one, settings);
  const match = await findMatch(tx, lead.id);
  const otherId = lead.mergedInto ?? match?.earlierId;
  const earlier = otherId ? await findLead(tx, otherId) : null;
  const asks = match && match.decision === null ? match.by : null;
  const open = await findOpenMatchOf(tx, lead.id);
  const later = open && (await findLead(tx, open.leadId));
  return {
    earlier: earlier && { lead: shown(earlier), asks },
    later: open && later && { lead: shown(later), by: open.by },
    repeats: await countRepeats(tx, lead.id),
  };
}
