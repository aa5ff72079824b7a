/**
 * Every number of the scorecard, defined once: how it is counted over the cohorts of one week or of several. Over several weeks counts
 * are averaged; rates, costs and times are taken over all their leads together. Names and formulas in words: sentences/en/scorecard.
 */
import { bookedDeals, bookedValue } from './booked.ts';
import { type Cohort, isBrokenPromise, isQualified, isRejected, type LeadFact, spentBy } from './cohort.ts';
import { answeredWithin, customerWait, isUnanswered } from './customer-wait.ts';
import type { Figure } from './figure.ts';
import { average, cost, inTime, rate, times } from './measures.ts';

type Metric = (cohorts: readonly Cohort[]) => Figure;

const isWon = (lead: LeadFact) => lead.state === 'won';
const isAny = () => true;
const isJudged = (lead: LeadFact) => isQualified(lead) || isRejected(lead);

export const METRICS = {
  leads: (cohorts) => average(cohorts, isAny),
  qualified: (cohorts) => average(cohorts, isQualified),
  qualifiedRate: (cohorts) => rate(cohorts, isQualified, isAny),
  acceptedRate: (cohorts) => rate(cohorts, isQualified, isJudged),
  won: (cohorts) => average(cohorts, isWon),
  costPerLead: (cohorts) => cost(cohorts, isAny, isAny),
  costPerQualified: (cohorts) => cost(cohorts, isQualified, isAny),
  costPerWon: (cohorts) => cost(cohorts, isWon, isAny),
  marketingCostPerLead: (cohorts) => cost(cohorts, isAny, spentBy('marketing')),
  salesCostPerWon: (cohorts) => cost(cohorts, isWon, spentBy('sales')),
  claimedInTime: (cohorts) => inTime(cohorts, 'claim'),
  contactedInTime: (cohorts) => inTime(cohorts, 'contact'),
  verdictInTime: (cohorts) => inTime(cohorts, 'verdict'),
  claimTime: (cohorts) => times(cohorts, 'claim', 'working'),
  claimWallTime: (cohorts) => times(cohorts, 'claim', 'wall'),
  contactTime: (cohorts) => times(cohorts, 'contact', 'working'),
  contactWallTime: (cohorts) => times(cohorts, 'contact', 'wall'),
  waitTime: (cohorts) => customerWait(cohorts, 'working'),
  waitWallTime: (cohorts) => customerWait(cohorts, 'wall'),
  answeredIn5Minutes: (cohorts) => answeredWithin(cohorts, 5),
  answeredInHour: (cohorts) => answeredWithin(cohorts, 60),
  answeredInDay: (cohorts) => answeredWithin(cohorts, 24 * 60),
  unanswered: (cohorts) => average(cohorts, isUnanswered),
  untouched: (cohorts) => average(cohorts, isUntouched),
  bookedWon: bookedDeals,
  bookedValue,
} as const satisfies Record<string, Metric>;

export type MetricId = keyof typeof METRICS;

export const METRIC_IDS = Object.keys(METRICS) as MetricId[];

function isUntouched(lead: LeadFact, cohort: Cohort): boolean {
  if (lead.state !== 'new') return false;
  return lead.promises.some((promise) => promise.kind === 'claim' && isBrokenPromise(promise, cohort.now));
}
