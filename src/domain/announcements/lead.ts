/** What is announced of leads. Null where there is no place to show it: a lead out of an old file has no card. */
import {
  type Announcement,
  announcement,
  type MatchPlace,
  type MessageKey,
  messageKey,
  RANK,
} from '../announcement.ts';
import type { Lead } from '../lead/lead.ts';
import { headOf, type LeadMatch } from '../lead/match.ts';
import type { PersonId } from '../team/actor.ts';

type Carded = Pick<Lead, 'id' | 'cardChannel'>;

/** Each may hold a note of 3,000 characters. */
const TOLD_TOGETHER = 4;

export function cardKey({ id }: Pick<Lead, 'id'>): MessageKey {
  return messageKey('lead_card', { leadId: id });
}

/** The card as it is now. Of many that came at once `isBulk`: they wait behind whoever comes now. */
export function leadCard(
  lead: Carded & Pick<Lead, 'priority'>,
  { isBulk = false }: { isBulk?: boolean } = {},
): Announcement | null {
  if (lead.cardChannel === null) return null;
  const rank = isBulk ? RANK.bulk : lead.priority === 'hot' ? RANK.hot : RANK.live;
  return { ...announcement('lead_card', { leadId: lead.id }, { target: lead.cardChannel }), rank };
}

/** One event of the history, told in the card's thread. */
export function leadLine(lead: Carded, eventId: string): Announcement | null {
  return inThread(lead, (place) => announcement('lead_line', { eventIds: [eventId] }, place));
}

/** The same events again below a new card, so many in a message. */
export function leadHistory(
  lead: Carded,
  { eventIds, at }: { eventIds: string[]; at: number },
): Announcement[] {
  const parts = eventIds.flatMap((_, n) =>
    n % TOLD_TOGETHER === 0 ? [eventIds.slice(n, n + TOLD_TOGETHER)] : [],
  );
  return parts.flatMap(
    (part) =>
      inThread(lead, (place) =>
        announcement('lead_history', { leadId: lead.id, at, eventIds: part }, place),
      ) ?? [],
  );
}

/** To whoever has got it by this version of it. */
export function leadDm(lead: Pick<Lead, 'id' | 'version'>, to: PersonId): Announcement {
  return announcement('lead_dm', { leadId: lead.id, version: lead.version }, { target: to });
}

export function leadProposed(lead: Pick<Lead, 'id'>, to: PersonId): Announcement {
  return announcement('lead_proposed', { leadId: lead.id }, { target: to });
}

/** A post of its own for a lead that is new again. */
export function leadBack(lead: Carded & Pick<Lead, 'version'>): Announcement | null {
  if (lead.cardChannel === null) return null;
  const ref = { leadId: lead.id, version: lead.version };
  return announcement('lead_back', ref, { target: lead.cardChannel });
}

/** Put before marketing with the button to mend it, edited once the lead has gone on. */
export function leadReturned(lead: Pick<Lead, 'id'>, returnedAt: number, channel: string): Announcement {
  return announcement('lead_returned', { leadId: lead.id, returnedAt }, { target: channel });
}

/** In the thread of somebody's message, which became this lead. */
export function messageLead(
  lead: Pick<Lead, 'id'>,
  message: { channel: string; key: MessageKey },
): Announcement {
  return announcement(
    'message_lead',
    { leadId: lead.id },
    { target: message.channel, threadOf: message.key },
  );
}

/** The key of a message that is not ours, under which its thread is found. */
export function foreignMessageKey(channel: string, threadTs: string): MessageKey {
  return `lead_message:${channel}:${threadTs}` as MessageKey;
}

/** In the thread of the new card, each; in that of the earlier one with all that came within the hour. */
export function matchInThread(
  match: LeadMatch,
  place: Exclude<MatchPlace, 'owner'>,
  of: Carded,
): Announcement | null {
  const leadId = place === 'new' ? match.leadId : headOf(match);
  return inThread(of, (at) => announcement('came_back', { leadId, place }, at));
}

/** To whom the match was told at first, with all that came within the hour. */
export function matchToOwner(match: LeadMatch): Announcement | null {
  if (match.told === null) return null;
  return announcement('came_back', { leadId: headOf(match), place: 'owner' }, { target: match.told });
}

function inThread(
  lead: Carded,
  make: (place: { target: string; threadOf: MessageKey }) => Announcement,
): Announcement | null {
  return lead.cardChannel === null ? null : make({ target: lead.cardChannel, threadOf: cardKey(lead) });
}
