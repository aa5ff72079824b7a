import type { Actor } from '../team/actor.ts';
import { targetOf } from '../team/place.ts';
import type { Settings } from '../team/settings.ts';
import { DAY } from '../time/duration.ts';
import { factsOf, type Lead, type LeadFacts, type LeadId, NEW_LEAD } from './lead.ts';
import type { Move } from './lead-event.ts';
import { matchKeys } from './match-keys.ts';

/** What a door hands in: only the source must be named, and only a file may name none. */
export type LeadInput = Pick<LeadFacts, 'source'> &
  Partial<Omit<LeadFacts, 'source'>> & {
    /** The ad platform's id of the campaign, where it told that as well. */
    campaignId?: string | null;
    /** Somebody has brought it to its vendor with many others: like an old one out of a file it gets no card. */
    isOld?: boolean;
  };

/** Which new leads get a card: an import of last year's leads, or of leads whose day nobody knows, must not flood the channel. */
export type PostRule = 'recent' | 'all' | 'none';

const RECENT = 3 * DAY;

interface Reception {
  id: LeadId;
  actor: Actor;
  post: PostRule;
  /** What a lead without a day is to the rule: a program sends it as it comes, a file may hold last year's. */
  undated: 'new' | 'old';
  now: number;
  settings: Settings;
}

/** Whether it was of these days when it came, as far as that can be told later. */
export function isRecentArrival({ receivedAt, createdAt }: Pick<Lead, 'receivedAt' | 'createdAt'>): boolean {
  return receivedAt >= createdAt - RECENT;
}

/** An old lead out of a file gets no card, and nobody promises anything about it. */
export interface ReceivedMove extends Move {
  isCarded: boolean;
}

export function receive(
  input: LeadInput,
  { id, actor, post, undated, now, settings }: Reception,
): ReceivedMove {
  const facts = { ...NEW_LEAD, receivedAt: now, ...factsOf(input) };
  const isDated = input.receivedAt !== undefined || undated === 'new';
  const isRecent = isDated && facts.receivedAt >= now - RECENT;
  const carded = !input.isOld && (post === 'all' || (post === 'recent' && isRecent));
  const lead: Lead = {
    ...facts,
    id,
    keys: matchKeys(facts, settings),
    createdAt: now,
    cardChannel: carded ? targetOf(settings, 'leads') : null,
  };
  return {
    isCarded: carded,
    lead,
    event: { kind: 'received', at: facts.receivedAt, actor, data: {} },
  };
}
