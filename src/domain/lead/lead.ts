/**
 * A lead: one person or company that asked us for something, whatever the source.
 *
 * Life: new → claimed → qualified → won | lost, or new | claimed → rejected | resting | returned; resting and returned leads come
 * back, and two that are one are merged. Only the verbs in this folder move it; each takes the lead, who acts and when, and returns
 * the next lead with the event for its history, or refuses with AppError. Anyone in the channel may claim; only the owner or a
 * manager gives a verdict on a claimed lead.
 * Two deliveries with the same source and external id are the same lead, whatever the source is called by then; receiving it again is no news.
 *
 * Shown by slack/views/lead/lead-card. Chased by nag. Counted by report and scorecard. Stored by store/lead.
 */
import type { Money } from '../money/money.ts';
import type { ReasonOutcome } from '../reject-reason/reject-reason.ts';
import type { Spelled } from '../source/source.ts';
import type { PersonId } from '../team/actor.ts';
import type { LeadState } from './lead-state.ts';

export type LeadId = string & { readonly __lead: never };

export type Priority = 'hot' | 'standard';

/** What the sender told us. All text is as it came: escape it on the way out. */
export interface LeadFacts {
  /** Null only for a file's row whose source was blank: kept apart, never mixed with a literal "unknown". */
  source: string | null;
  externalId: string | null;
  campaign: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  company: string | null;
  title: string | null;
  segment: string | null;
  region: string | null;
  companySize: string | null;
  message: string | null;
  /** Why marketing passed it on. */
  reason: string | null;
  priority: Priority;
  /** Whatever else the sender added; shown under "More". */
  fields: Record<string, string>;
  /** A vendor's dummy: shown and marked, never counted. */
  isTest: boolean;
  /** Epoch ms. */
  receivedAt: number;
}

/** What a lead can be called by. */
export type NamedLead = Pick<LeadFacts, 'name' | 'company' | 'email' | 'phone' | 'externalId'>;

/** What a lead is of which its sender told nothing. */
const NO_FACTS: Omit<LeadFacts, 'source' | 'receivedAt'> = {
  externalId: null,
  campaign: null,
  name: null,
  email: null,
  phone: null,
  company: null,
  title: null,
  segment: null,
  region: null,
  companySize: null,
  message: null,
  reason: null,
  priority: 'standard',
  fields: {},
  isTest: false,
};

/** By which a lead is found to be of somebody we know; null: it does not tell. */
export interface MatchKeys {
  email: string | null;
  phone: string | null;
  company: string | null;
}

interface Rejection {
  /** Code of a reject reason. */
  reason: string;
  /** The field that the reason needs: a date, a number of attempts. */
  detail: string | null;
  /** What followed from the reason then, whatever follows from it today. Null: it was stored by a version that did not keep it. */
  outcome: ReasonOutcome['kind'] | null;
}

export interface Qualification {
  /** Version of the definition it was judged by. */
  definitionVersion: number;
  met: string[];
  missed: string[];
  /** Why it counts although a required criterion is missing. */
  exception: string | null;
  nextStep: string | null;
  /** YYYY-MM-DD. */
  nextStepOn: string | null;
}

/** What has become of it. Instants are epoch ms and null until it happened. */
export interface LeadLife {
  state: LeadState;
  owner: PersonId | null;
  /** Null too of one that was given to its owner, who has not said anything yet. */
  claimedAt: number | null;
  contactedAt: number | null;
  verdictAt: number | null;
  /** Who qualified or rejected it: the owner, or a manager for them. */
  verdictBy: PersonId | null;
  /** When it was won or lost. May lie before receivedAt: CRMs say such things; reported as an anomaly. */
  closedAt: number | null;
  rejection: Rejection | null;
  qualification: Qualification | null;
  verdictNote: string | null;
  value: Money | null;
  /** YYYY-MM-DD, while resting. */
  restsUntil: string | null;
  /** When it came back, from a rest or from marketing: its clocks count from there. Null: since its arrival. */
  openSince: number | null;
  /** Nobody is nagged before. */
  snoozedUntil: number | null;
  /** The lead that it turned out to be. */
  mergedInto: LeadId | null;
}

/** Before anything has become of it. */
export const NEW_LIFE: Readonly<LeadLife> = {
  state: 'new',
  owner: null,
  claimedAt: null,
  contactedAt: null,
  verdictAt: null,
  verdictBy: null,
  closedAt: null,
  rejection: null,
  qualification: null,
  verdictNote: null,
  value: null,
  restsUntil: null,
  openSince: null,
  snoozedUntil: null,
  mergedInto: null,
};

export interface Lead extends LeadFacts, LeadLife {
  id: LeadId;
  /** The texts that it is stored with, where its source or its campaign is called otherwise today. */
  spelled?: Spelled;
  keys: MatchKeys;
  createdAt: number;
  /** The last sign of work on it. Null: nobody has touched it. */
  activeAt: number | null;
  /** Where its card stands or waits for a channel to be named (domain/team/place); null: it has none (an import of old leads). */
  cardChannel: string | null;
  /** The event that an undo would take back now; null: there is nothing to take back. */
  undoMove: string | null;
  /** Raised by every move; what a reader held may be stale. */
  version: number;
}

/** A lead as it begins. */
export const NEW_LEAD: Omit<Lead, 'id' | 'source' | 'receivedAt' | 'keys' | 'createdAt' | 'cardChannel'> = {
  ...NO_FACTS,
  ...NEW_LIFE,
  activeAt: null,
  undoMove: null,
  version: 1,
};

const FACTS = ['source', 'receivedAt', ...Object.keys(NO_FACTS)] as (keyof LeadFacts)[];
const LIFE = Object.keys(NEW_LIFE) as (keyof LeadLife)[];

/** What was told, and nothing else that came with it. */
export function factsOf<Told extends Partial<LeadFacts>>(
  told: Told,
): Pick<Told, keyof LeadFacts & keyof Told> {
  return pick(told, FACTS);
}

/** The part of a lead that moves change and undo restores. */
export function lifeOf(lead: LeadLife): LeadLife {
  return pick(lead, LIFE);
}

function pick<T extends object, Field extends keyof T>(from: T, fields: readonly Field[]): Pick<T, Field> {
  const picked: Partial<Pick<T, Field>> = {};
  for (const field of fields) if (field in from) picked[field] = from[field];
  return picked as Pick<T, Field>;
}

/** It was given to its owner, who has not taken it yet. */
export function isGiven({ state, claimedAt }: Pick<Lead, 'state' | 'claimedAt'>): boolean {
  return state === 'claimed' && claimedAt === null;
}

/** Nobody is reminded of it now. */
export function isSnoozed({ snoozedUntil }: Pick<Lead, 'snoozedUntil'>, now: number): boolean {
  return snoozedUntil !== null && snoozedUntil > now;
}

export function isOpen(lead: Lead): boolean {
  return lead.state === 'new' || lead.state === 'claimed';
}

/** Somebody has it and is not done with it: claimed, or qualified and neither won nor lost. */
export function isWorkedOn({ state, owner }: Lead): boolean {
  return owner !== null && (state === 'claimed' || state === 'qualified');
}
