/** What a lead of a week counts as. Every rate, cost and number of the scorecard is made of these, so that it can be followed down to its leads. */
import type { PromiseName } from '../promise.ts';
import {
  type Cohort,
  isBrokenPromise,
  isOpenLead,
  isQualified,
  isRejected,
  type LeadFact,
} from './cohort.ts';
import { answered, isContacted, isUnanswered } from './customer-wait.ts';

/** How many times the lead counts; yes is once. A lead has a promise of a kind more than once when it changes hands. */
type Count = (lead: LeadFact, cohort: Cohort) => number | boolean;

const COUNTS = {
  leads: () => true,
  qualified: isQualified,
  rejected: isRejected,
  resting: ({ state }) => state === 'resting',
  won: ({ state }) => state === 'won',
  lost: ({ state }) => state === 'lost',
  undecided: isOpenLead,
  openDeals: ({ state }) => state === 'qualified',
  claimed: ({ claimedAt, promises }) => claimedAt !== null || promises.some(isClaim),
  contacted: isContacted,
  unanswered: isUnanswered,
  untouched: isUntouched,
  claimsKept: kept('claim'),
  claimsBroken: broken('claim'),
  contactsKept: kept('contact'),
  contactsBroken: broken('contact'),
  verdictsKept: kept('verdict'),
  verdictsBroken: broken('verdict'),
  answeredIn5Minutes: answered(5, 'in_time'),
  waitedFor5Minutes: answered(5, 'late'),
  answeredInHour: answered(60, 'in_time'),
  waitedForHour: answered(60, 'late'),
  answeredInDay: answered(24 * 60, 'in_time'),
  waitedForDay: answered(24 * 60, 'late'),
} as const satisfies Record<string, Count>;

export type CountId = keyof typeof COUNTS;

export const COUNT_IDS = Object.keys(COUNTS) as CountId[];

/** What is zero is left out. */
export type Counted = Partial<Record<CountId, number>>;

export function countsOf(lead: LeadFact, cohort: Cohort): Counted {
  const counted: Counted = {};
  for (const id of COUNT_IDS) {
    const times = Number(COUNTS[id](lead, cohort));
    if (times !== 0) counted[id] = times;
  }
  return counted;
}

const totals = new WeakMap<Cohort, Record<CountId, number>>();

/** Of all leads of a week. A week is compared with four others, and asked for each number. */
export function totalsOf(cohort: Cohort): Record<CountId, number> {
  const known = totals.get(cohort) ?? countAll(cohort);
  totals.set(cohort, known);
  return known;
}

function countAll(cohort: Cohort): Record<CountId, number> {
  const sums = Object.fromEntries(COUNT_IDS.map((id) => [id, 0])) as Record<CountId, number>;
  for (const lead of cohort.leads) for (const id of COUNT_IDS) sums[id] += Number(COUNTS[id](lead, cohort));
  return sums;
}

function kept(name: PromiseName): Count {
  return ({ promises }, { now }) =>
    promises.filter(
      (promise) => promise.kind === name && promise.endedAt !== null && !isBrokenPromise(promise, now),
    ).length;
}

function broken(name: PromiseName): Count {
  return ({ promises }, { now }) =>
    promises.filter((promise) => promise.kind === name && isBrokenPromise(promise, now)).length;
}

function isClaim({ kind, isDone }: LeadFact['promises'][number]): boolean {
  return kind === 'claim' && isDone;
}

function isUntouched({ state, promises }: LeadFact, { now }: Cohort): boolean {
  return (
    state === 'new' && promises.some((promise) => promise.kind === 'claim' && isBrokenPromise(promise, now))
  );
}
