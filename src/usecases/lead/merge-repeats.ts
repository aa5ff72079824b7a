import { leadCard } from '../../domain/announcements/lead.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { lifeOf } from '../../domain/lead/lead.ts';
import type { ReceivedMove } from '../../domain/lead/receive.ts';
import { mergeOnArrival } from '../../domain/lead/repeat.ts';
import { findLead, insertLeads } from '../../store/lead/lead.ts';
import { insertLeadEvents } from '../../store/lead/lead-event.ts';
import { findMatch } from '../../store/lead/lead-match.ts';
import type { Work } from '../work.ts';
import { announceMatch } from './find-matches.ts';

export interface ReceivedRepeat {
  move: ReceivedMove;
  /** Which is stored. */
  first: Lead;
}

/**
 * Takes in what was said already: no card, one more on the card of the first, and where the first is told to whoever works on the person, that
 * message says so too. Returns those that were inserted: another process may have taken in the same delivery.
 */
export async function mergeRepeats(work: Work, repeats: readonly ReceivedRepeat[]): Promise<Set<LeadId>> {
  const merged = repeats.map(({ move, first }) => ({
    move,
    first,
    ...mergeOnArrival(move.lead, first, work.now),
  }));
  const inserted = await insertLeads(
    work.tx,
    merged.map((each) => each.merged.lead),
  );
  const taken = merged.filter(({ move }) => inserted.has(move.lead.id));
  await insertLeadEvents(
    work.tx,
    taken.flatMap(({ move, first, merged: { event }, counted }) => [
      { ...move.event, id: work.newId('event'), leadId: move.lead.id, before: null },
      { ...event, id: work.newId('event'), leadId: move.lead.id, before: lifeOf(move.lead) },
      { ...counted, id: work.newId('event'), leadId: first.id, before: null },
    ]),
  );
  const firsts = new Map(taken.map(({ first }) => [first.id, first]));
  for (const first of firsts.values()) await announceCounted(work, first);
  return inserted;
}

async function announceCounted(work: Work, first: Lead): Promise<void> {
  const match = await findMatch(work.tx, first.id);
  const earlier = match && (await findLead(work.tx, match.earlierId));
  if (match && earlier) await announceMatch(work, { match, lead: first, earlier });
  else await work.announce(leadCard(first));
}
