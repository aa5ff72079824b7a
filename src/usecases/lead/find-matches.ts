import { leadCard, matchInThread, matchToOwner } from '../../domain/announcements/lead.ts';
import { isWorkedOn, type Lead, type LeadId } from '../../domain/lead/lead.ts';
import { type LeadMatch, type MatchedBy, matchedEvent, TOLD_TOGETHER_FOR } from '../../domain/lead/match.ts';
import { areOfSharedMailbox } from '../../domain/lead/match-keys.ts';
import { isPerson, type PersonId } from '../../domain/team/actor.ts';
import { living } from '../../domain/team/person.ts';
import { findLead } from '../../store/lead/lead.ts';
import { insertLeadEvents } from '../../store/lead/lead-event.ts';
import {
  findHeadMatch,
  findMatch,
  findUnmerged,
  insertMatches,
  lockMatchKeys,
} from '../../store/lead/lead-match.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Work } from '../work.ts';
import { addKnown, findEarlier, findFirst, knownLeads } from './known-leads.ts';

export interface FoundMatch {
  lead: Lead;
  earlier: Lead;
  by: MatchedBy;
}

interface Known {
  matches: FoundMatch[];
  /** Of each repeat the lead that has said all of it minutes ago, of this batch or stored. */
  firsts: Map<LeadId, Lead>;
}

/**
 * Which of these leads, about to be inserted in this order, are of somebody we know. Asked before the insert, and only of leads that
 * somebody will see: an import of old leads stays fast and silent, and a test is nobody, but for the test before it. What a person has
 * entered by hand repeats nothing: they saw somebody.
 */
export async function findKnown({ tx, by: actor }: Work, leads: readonly Lead[]): Promise<Known> {
  const seen = leads.filter(({ cardChannel }) => cardChannel !== null);
  await lockMatchKeys(
    tx,
    seen.map((lead) => lead.keys),
  );
  const known = knownLeads(tx);
  const matches: FoundMatch[] = [];
  for (const lead of leads) {
    const isSeen = lead.cardChannel !== null;
    const first = isSeen && !isPerson(actor) ? await findFirst(known, lead) : null;
    const match = isSeen && !first && !lead.isTest ? await findEarlier(known, lead) : null;
    if (match) matches.push({ lead, ...match, by: matchedBy(lead, match) });
    addKnown(known, lead, first);
  }
  return { matches, firsts: known.firsts };
}

/** Two names in one shared mailbox are two people of a company. */
function matchedBy(lead: Lead, { earlier, by }: Omit<FoundMatch, 'lead'>): MatchedBy {
  return by === 'email' && areOfSharedMailbox(lead, earlier) ? 'company' : by;
}

/** Tells of them in the thread of both cards, and to whoever works on the chain of their leads. One after the other: each may go on from the last. */
export async function recordMatches(work: Work, found: readonly FoundMatch[]): Promise<void> {
  const matches: Matched[] = [];
  for (const each of found) {
    const match = await matchOf(work, each);
    await insertMatches(work.tx, [match]);
    matches.push({ ...each, match });
  }
  const events = matches.map(({ match }) => ({
    ...matchedEvent(match),
    id: work.newId('event'),
    leadId: match.earlierId,
    before: null,
  }));
  await insertLeadEvents(work.tx, events);
  for (const each of matches) await announceMatch(work, each);
}

async function matchOf(work: Work, { lead, earlier, by }: FoundMatch): Promise<LeadMatch> {
  const { tx, now } = work;
  const told = await findWhoIsTold(work, earlier);
  const toldWith = await findHeadMatch(tx, { earlierId: earlier.id, told, since: now - TOLD_TOGETHER_FOR });
  return { leadId: lead.id, earlierId: earlier.id, by, foundAt: now, told, toldWith, decision: null };
}

/** Whoever works on the lead, or on one that it came after; of an account that is gone a manager. Null: it is nobody's. */
async function findWhoIsTold({ tx, settings }: Work, earlier: Lead): Promise<PersonId | null> {
  const owner = (await findWorker(tx, earlier)) ?? earlier.owner;
  if (owner === null) return null;
  return living([owner, ...settings.managers], settings)[0] ?? null;
}

/** More than anybody's leads are linked by; nothing goes on for ever. */
const LINKS = 20;

/** However many links back; not beyond one that people keep apart. */
async function findWorker(tx: Tx, from: Lead): Promise<PersonId | null> {
  let lead: Lead | null = from;
  for (let links = 0; lead && links < LINKS; links += 1) {
    if (isWorkedOn(lead)) return lead.owner;
    const match: LeadMatch | null = await findMatch(tx, lead.id);
    const isOne = match && match.decision?.kind !== 'kept_apart';
    const before: Lead | null = isOne ? await findLead(tx, match.earlierId) : null;
    lead = before && (await findUnmerged(tx, before));
  }
  return null;
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
