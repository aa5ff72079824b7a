import { leadCard, matchInThread, matchToOwner } from '../../domain/announcements/lead.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type LeadMatch, MATCHED_BY, type MatchedBy, matchedEvent } from '../../domain/lead/match.ts';
import { insertLeadEvents } from '../../store/lead/lead-event.ts';
import { findEarlierLead, insertMatches, lockMatchKeys } from '../../store/lead/lead-match.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Work } from '../work.ts';

export interface FoundMatch {
  lead: Lead;
  earlier: Lead;
  by: MatchedBy;
}

/**
 * Which of these leads, about to be inserted in this order, are of somebody we know. Asked before the insert, and only of leads that
 * somebody will see: an import of old leads stays fast and silent, and a test is nobody.
 */
export async function findMatches(tx: Tx, leads: readonly Lead[]): Promise<FoundMatch[]> {
  const seen = leads.filter(isSeen);
  await lockMatchKeys(
    tx,
    seen.map((lead) => lead.keys),
  );
  const asked = new Map<string, Lead | null>();
  const matches: FoundMatch[] = [];
  for (const lead of leads.filter(({ isTest }) => !isTest)) {
    const found = isSeen(lead) && (await findEarlier(tx, lead, asked));
    if (found) matches.push({ lead, ...found });
    for (const by of MATCHED_BY) asked.set(askedKey(by, lead.keys[by]), lead);
  }
  return matches;
}

function isSeen({ cardChannel, isTest }: Lead): boolean {
  return cardChannel !== null && !isTest;
}

/** Each key is asked of the database once; leads of this very batch count as earlier for those after them. */
async function findEarlier(
  tx: Tx,
  { keys }: Lead,
  asked: Map<string, Lead | null>,
): Promise<Omit<FoundMatch, 'lead'> | null> {
  for (const by of MATCHED_BY) {
    const key = keys[by];
    if (key === null) continue;
    const known = asked.get(askedKey(by, key));
    const earlier = known === undefined ? await findEarlierLead(tx, by, key) : known;
    asked.set(askedKey(by, key), earlier);
    if (earlier) return { earlier, by };
  }
  return null;
}

function askedKey(by: MatchedBy, key: string | null): string {
  return `${by}:${key}`;
}

/** Tells of them in the thread of both cards, and to the owner of the earlier lead. */
export async function recordMatches(work: Work, found: readonly FoundMatch[]): Promise<void> {
  const matches = found.map((each) => ({ ...each, match: matchOf(each, work.now) }));
  await insertMatches(
    work.tx,
    matches.map(({ match }) => match),
  );
  const events = matches.map(({ match }) => ({
    ...matchedEvent(match),
    id: work.newId('event'),
    leadId: match.earlierId,
    before: null,
  }));
  await insertLeadEvents(work.tx, events);
  for (const each of matches) await announceMatch(work, each);
}

function matchOf({ lead, earlier, by }: FoundMatch, now: number): LeadMatch {
  return {
    leadId: lead.id,
    earlierId: earlier.id,
    by,
    foundAt: now,
    told: earlier.owner,
    decision: null,
  };
}

interface Matched {
  match: LeadMatch;
  lead: Lead;
  earlier: Lead;
}

/** Draws again, or for the first time, all that shows a match: both cards, a message in the thread of each, and one to a person. */
export async function announceMatch(work: Work, { match, lead, earlier }: Matched): Promise<void> {
  await work.announce(
    leadCard(lead),
    matchInThread(match, 'new', lead),
    leadCard(earlier),
    matchInThread(match, 'earlier', earlier),
    matchToOwner(match),
  );
}
