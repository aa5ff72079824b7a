import type { RejectReason } from '../reject-reason/reject-reason.ts';
import type { Actor } from '../team/actor.ts';
import { targetOf } from '../team/place.ts';
import type { Settings } from '../team/settings.ts';
import { DAY } from '../time/duration.ts';
import { type LeadHistory, tellHistory } from './history.ts';
import { factsOf, isOpen, type Lead, type LeadFacts, type LeadId, NEW_LEAD } from './lead.ts';
import type { LeadEvent, Move } from './lead-event.ts';
import { matchKeys } from './match-keys.ts';

/** What a door hands in: only the source must be named, and only a file may name none. */
export type LeadInput = Pick<LeadFacts, 'source'> &
  Partial<Omit<LeadFacts, 'source'>> & {
    /** The ad platform's id of the campaign, where it told that as well. */
    campaignId?: string | null;
    /** Somebody has brought it to its vendor with many others: like an old one out of a file it gets no card. */
    isOld?: boolean;
    /** What has become of it elsewhere until today. */
    history?: LeadHistory;
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
  /** That which the history's words mean. */
  reason?: RejectReason | null;
}

/** Whether it was of these days when it came, as far as that can be told later. */
export function isRecentArrival({ receivedAt, createdAt }: Pick<Lead, 'receivedAt' | 'createdAt'>): boolean {
  return receivedAt >= createdAt - RECENT;
}

/** An old lead out of a file gets no card, and nobody promises anything about it. */
export interface ReceivedMove extends Move {
  isCarded: boolean;
  /** What has become of it elsewhere, step by step. */
  told: LeadEvent[];
}

export function receive(input: LeadInput, reception: Reception): ReceivedMove {
  const { id, actor, now, settings, reason = null } = reception;
  const facts = { ...NEW_LEAD, receivedAt: now, ...factsOf(input) };
  const arrived: Lead = { ...facts, id, keys: matchKeys(facts, settings), createdAt: now, cardChannel: null };
  const told = input.history && tellHistory(arrived, input.history, { actor, now, reason });
  const lead = told?.lead ?? arrived;
  const isCarded = isToBeSeen(lead, input, reception);
  return {
    isCarded,
    lead: { ...lead, cardChannel: isCarded ? targetOf(settings, 'leads') : null },
    event: { kind: 'received', at: facts.receivedAt, actor, data: {} },
    told: told?.events ?? [],
  };
}

/** What is over elsewhere leaves nobody anything to do. */
function isToBeSeen(lead: Lead, input: LeadInput, { post, undated, now }: Reception): boolean {
  if (input.isOld) return false;
  const isDated = input.receivedAt !== undefined || undated === 'new';
  const isRecent = isDated && lead.receivedAt >= now - RECENT;
  return post === 'all' || (post === 'recent' && isRecent && isOpen(lead));
}
