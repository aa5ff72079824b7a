/**
 * Rejects: the leads of one campaign that were rejected in one week, put before whoever answers for the campaign. Leads without a campaign go
 * by their source.
 *
 * Asked once a week, with the scorecard; marketing owes an answer (promise `answer_rejects`): what it has changed, or why nothing. The answer is
 * told where the rejects were given. A lead leaves its rejects when its reject is taken back or it turns out to be another one; once none
 * is left nobody owes an answer.
 * Two are the same when their week and their key are.
 *
 * Asked by usecases/rejects/ask-about-rejects, answered by usecases/rejects/answer-rejects. Stored by store/rejects.
 */
import type { LeadId } from '../lead/lead.ts';
import type { Spelled } from '../source/source.ts';
import type { PersonId } from '../team/actor.ts';
import type { Week } from '../time/week.ts';

export type RejectsId = string & { readonly __rejects: never };

export interface Rejects extends Spelled {
  id: RejectsId;
  week: Week;
  /** What they have in common: a campaign, else a source. */
  key: string;
  /** Who was asked; null: nobody is there who could be. */
  owner: PersonId | null;
  /** Epoch ms. */
  askedAt: number;
  /** Null: nobody has answered, or the answer was taken back. */
  answer: RejectsAnswer | null;
  /** Raised by every change; what a reader held may be stale. */
  version: number;
}

/** What was changed. */
export const CHANGES = ['targeting', 'form', 'message', 'offer', 'nothing'] as const;
export type Change = (typeof CHANGES)[number];

export interface RejectsAnswer {
  change: Change;
  /** What exactly, or why nothing. */
  sentence: string;
  by: PersonId;
  /** Epoch ms, when it was given first. */
  at: number;
  /** The reason that most of them were rejected for: its share before and after is what the change is judged by. */
  reason: string;
}

/** One of them, as it was rejected. */
export interface RejectedLead {
  leadId: LeadId;
  /** The code. */
  reason: string;
  /** Null: nobody by name. */
  rejectedBy: PersonId | null;
  /** Epoch ms, when the reject was taken back; null: it stands. */
  goneAt: number | null;
}

/** A reason with how many of them were rejected for it. */
export interface CountedReason {
  reason: string;
  label: string;
  leads: number;
}

/** With what they are called today, and the reasons of those that stand, the most first. */
export interface SummedRejects {
  rejects: Rejects;
  source: string | null;
  campaign: string | null;
  leads: number;
  reasons: CountedReason[];
}

export function standing(leads: readonly RejectedLead[]): RejectedLead[] {
  return leads.filter(({ goneAt }) => goneAt === null);
}

/** The most first, then by their code. */
export function countReasons(
  leads: readonly Pick<RejectedLead, 'reason'>[],
  labels: ReadonlyMap<string, string>,
): CountedReason[] {
  return [...Map.groupBy(leads, ({ reason }) => reason)]
    .map(([reason, those]) => ({ reason, label: labels.get(reason) ?? reason, leads: those.length }))
    .sort((a, b) => b.leads - a.leads || (a.reason < b.reason ? -1 : 1));
}

const TOO_MANY_OTHER = 0.1;

/** One alone says nothing of the list of reasons. */
const FEWEST_OTHER = 2;

export function isOther({ reason }: Pick<RejectedLead, 'reason'>): boolean {
  return reason === 'other';
}

/** Of a week: more than a tenth, and not just one. */
export function areTooManyOther(leads: readonly Pick<RejectedLead, 'reason'>[]): boolean {
  const others = leads.filter(isOther).length;
  return others >= FEWEST_OTHER && others / leads.length > TOO_MANY_OTHER;
}
