import type { LeadsOwed } from '../goal/leads-owed.ts';
import type { GoalPace } from '../goal/pace.ts';
import type { Lead, LeadId } from '../lead/lead.ts';
import type { Money } from '../money/money.ts';
import { type Side, type Spend, spendWithin } from '../money/spend.ts';
import type { TeamPromise } from '../promise/promise.ts';
import type { PromiseName } from '../promise.ts';
import type { ReasonOutcome } from '../reject-reason/reject-reason.ts';
import type { SilentSource } from '../source/source-alert.ts';
import type { Settings } from '../team/settings.ts';
import { type Week, type WeekRange, weekRange } from '../time/week.ts';
import type { AnsweredRejects, UnansweredRejects } from './answered-rejects.ts';
import type { StoriesFacts } from './stories.ts';

type ScorecardSettings = Pick<Settings, 'timezone' | 'currency' | 'calendar' | 'promises'>;

/** A row of a promise about a lead; one that was waived counts nowhere. */
export interface FactPromise extends Pick<TeamPromise, 'startedAt' | 'dueAt' | 'calendar'> {
  kind: PromiseName;
  /** Null while it runs. */
  endedAt: number | null;
  /** What was promised was done, in time or not. */
  isDone: boolean;
}

/** What the scorecard reads of a lead. */
export type LeadFact = Pick<
  Lead,
  | 'id'
  | 'source'
  | 'campaign'
  | 'segment'
  | 'priority'
  | 'isTest'
  | 'receivedAt'
  | 'createdAt'
  | 'openSince'
  | 'state'
  | 'owner'
  | 'claimedAt'
  | 'contactedAt'
  | 'verdictAt'
  | 'cardChannel'
  | 'value'
> & {
  /** Code of the reason it was rejected for. */
  reason: string | null;
  /** What followed from it then; null or left out: as it does today. */
  outcome?: ReasonOutcome['kind'] | null;
  promises: readonly FactPromise[];
};

export interface ReasonFact {
  code: string;
  label: string;
  counts: boolean;
}

export interface SpendFact extends Spend {
  id: string;
}

/** A deal that was won. */
export interface BookedDeal {
  lead: LeadId;
  /** Epoch ms, of the day on which it was. */
  at: number;
  value: Money | null;
}

export interface ScorecardFacts {
  /** Left out: none counts. */
  goals?: GoalPace[];
  leadsOwed?: LeadsOwed | null;
  leads: readonly LeadFact[];
  spend: readonly SpendFact[];
  /** Of all the weeks that are compared, whenever their leads arrived. */
  booked: readonly BookedDeal[];
  reasons: readonly ReasonFact[];
  /** What was answered to rejects in the week, and four weeks before it. */
  answers?: readonly AnsweredRejects[];
  /** As it was at the end of the week. */
  silent?: readonly SilentSource[];
  unanswered?: readonly UnansweredRejects[];
  stories?: StoriesFacts;
  /** Arrival of the first lead ever, null when there is none. */
  firstArrival: number | null;
  /** Of the week's leads, those that may be of a person who wrote before, while nobody has decided. */
  undecidedPairs: number;
  /** Where the week does not begin with its Monday, epoch ms. */
  startsAt?: number | null;
  settings: ScorecardSettings;
  now: number;
}

/** The leads that arrived in one week, and what was spent and won in it. */
export interface Cohort {
  week: Week;
  range: WeekRange;
  leads: readonly LeadFact[];
  /** Of the same week, and counted in nothing: tests, spam, duplicates. */
  aside: readonly LeadFact[];
  leftOut: { tests: number; notCounted: number };
  spend: readonly SpendFact[];
  /** In the week itself, of whatever leads. */
  booked: readonly BookedDeal[];
  settings: ScorecardSettings;
  now: number;
}

/** Whoever asked for it with another zone may have let it begin with the end of the week before: no lead is in two weeks. */
export function cohortOf(week: Week, facts: ScorecardFacts, startsAt: number | null = null): Cohort {
  const own = weekRange(week, facts.settings.timezone);
  const range = startsAt === null ? own : { ...own, start: startsAt };
  const arrived = facts.leads.filter(({ receivedAt }) => receivedAt >= range.start && receivedAt < range.end);
  const dropped = new Set(facts.reasons.filter((reason) => !reason.counts).map((reason) => reason.code));
  const isDropped = (lead: LeadFact) =>
    lead.state === 'merged' || (isRejected(lead) && wasDropped(lead, dropped));
  const real = arrived.filter((lead) => !lead.isTest);
  return {
    week,
    range,
    leads: real.filter((lead) => !isDropped(lead)),
    aside: arrived.filter((lead) => lead.isTest || isDropped(lead)),
    leftOut: { tests: arrived.length - real.length, notCounted: real.filter(isDropped).length },
    spend: facts.spend,
    booked: facts.booked.filter(({ at }) => at >= range.start && at < range.end),
    settings: facts.settings,
    now: facts.now,
  };
}

function wasDropped({ reason, outcome }: LeadFact, dropped: ReadonlySet<string>): boolean {
  return outcome ? outcome === 'dropped' : reason !== null && dropped.has(reason);
}

/** A week from before the first lead would only water an average down. */
export function hasBegun({ range }: Cohort, { firstArrival }: ScorecardFacts): boolean {
  return firstArrival !== null && range.end > firstArrival;
}

/** Spent in the cohort's week in the team's currency, minor units; null when nothing is recorded for it. */
export function spentIn(cohort: Cohort, matches: (spend: Spend) => boolean): number | null {
  const { from, to } = cohort.range;
  const rows = cohort.spend.filter(
    (spend) =>
      spend.amount.currency === cohort.settings.currency &&
      spend.from <= to &&
      spend.to >= from &&
      matches(spend),
  );
  return rows.length === 0 ? null : rows.reduce((sum, spend) => sum + spendWithin(spend, from, to), 0);
}

export function spentBy(side: Side): (spend: Spend) => boolean {
  return (spend) => spend.side === side;
}

/** A deal was made of it, whatever became of the deal. */
export function isQualified({ state }: LeadFact): boolean {
  return state === 'qualified' || state === 'won' || state === 'lost';
}

/** For now or for good. */
export function isRejected({ state }: LeadFact): boolean {
  return state === 'rejected' || state === 'resting' || state === 'returned';
}

export function isOpenLead({ state }: LeadFact): boolean {
  return state === 'new' || state === 'claimed';
}

/** Past its due time it is broken, whatever became of it. */
export function isBrokenPromise({ dueAt, endedAt }: FactPromise, now: number): boolean {
  return (endedAt ?? now) > dueAt;
}
