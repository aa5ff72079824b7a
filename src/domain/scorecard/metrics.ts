/**
 * Every number of the scorecard, defined once: its name, its formula in words, and how it is counted over the cohorts of one week or
 * of several. Over several weeks counts are averaged; rates, costs and times are taken over all their leads together.
 */
import { promiseStatus } from '../promise.ts';
import { type Cohort, isQualified, isRejected, type LeadFact, promisesIn, spentBy } from './cohort.ts';
import type { Figure } from './figure.ts';
import { average, cost, inTime, rate, times } from './measures.ts';

interface Metric {
  name: string;
  formula: string;
  figure: (cohorts: readonly Cohort[]) => Figure;
}

const isWon = (lead: LeadFact) => lead.state === 'won';
const isAny = () => true;
const isJudged = (lead: LeadFact) => isQualified(lead) || isRejected(lead);

export const METRICS = {
  leads: {
    name: 'Leads',
    formula: 'leads that arrived in the week, without tests, spam and duplicates',
    figure: (cohorts) => average(cohorts, isAny),
  },
  qualified: {
    name: 'Qualified',
    formula: 'leads of the week that were qualified so far, whatever became of the deal',
    figure: (cohorts) => average(cohorts, isQualified),
  },
  qualifiedRate: {
    name: 'Qualified of leads',
    formula: 'qualified ÷ leads of the week',
    figure: (cohorts) => rate(cohorts, isQualified, isAny),
  },
  acceptedRate: {
    name: 'Accepted of judged',
    formula: 'qualified ÷ leads of the week with a verdict (qualified or rejected)',
    figure: (cohorts) => rate(cohorts, isQualified, isJudged),
  },
  won: {
    name: 'Won',
    formula: 'leads of the week that were won so far',
    figure: (cohorts) => average(cohorts, isWon),
  },
  costPerLead: {
    name: 'Cost per lead',
    formula: 'spend of both sides in the week ÷ leads',
    figure: (cohorts) => cost(cohorts, isAny, isAny),
  },
  costPerQualified: {
    name: 'Cost per qualified',
    formula: 'spend of both sides in the week ÷ qualified',
    figure: (cohorts) => cost(cohorts, isQualified, isAny),
  },
  costPerWon: {
    name: 'Cost per won',
    formula: 'spend of both sides in the week ÷ won',
    figure: (cohorts) => cost(cohorts, isWon, isAny),
  },
  marketingCostPerLead: {
    name: "Marketing's cost per lead",
    formula: "marketing's spend in the week ÷ leads",
    figure: (cohorts) => cost(cohorts, isAny, spentBy('marketing')),
  },
  salesCostPerWon: {
    name: "Sales' cost per won",
    formula: "sales' cost in the week ÷ won",
    figure: (cohorts) => cost(cohorts, isWon, spentBy('sales')),
  },
  claimedInTime: {
    name: 'Claimed in time',
    formula: 'claimed within the promise ÷ leads whose claim is done or overdue',
    figure: (cohorts) => inTime(cohorts, 'claim'),
  },
  contactedInTime: {
    name: 'First contact in time',
    formula: 'contacted within the promise ÷ claimed leads whose first contact is done or overdue',
    figure: (cohorts) => inTime(cohorts, 'contact'),
  },
  verdictInTime: {
    name: 'Verdict in time',
    formula: 'verdict within the promise ÷ claimed leads whose verdict is given or overdue',
    figure: (cohorts) => inTime(cohorts, 'verdict'),
  },
  claimTime: {
    name: 'Time to claim, working',
    formula: 'working minutes from the card to the claim, of the leads that were claimed',
    figure: (cohorts) => times(cohorts, 'claim', 'working'),
  },
  claimWallTime: {
    name: 'Time to claim, on the wall clock',
    formula: 'minutes from the card to the claim, nights and weekends included',
    figure: (cohorts) => times(cohorts, 'claim', 'wall'),
  },
  contactTime: {
    name: 'Time to first contact, working',
    formula: 'working minutes from the claim to the first contact, of the leads that were contacted',
    figure: (cohorts) => times(cohorts, 'contact', 'working'),
  },
  contactWallTime: {
    name: 'Time to first contact, on the wall clock',
    formula: 'minutes from the claim to the first contact, nights and weekends included',
    figure: (cohorts) => times(cohorts, 'contact', 'wall'),
  },
  untouched: {
    name: 'Nobody touched',
    formula: 'leads of the week that nobody has claimed although the promise is past',
    figure: (cohorts) => average(cohorts, isUntouched),
  },
} as const satisfies Record<string, Metric>;

export type MetricId = keyof typeof METRICS;

export const METRIC_IDS = Object.keys(METRICS) as MetricId[];

function isUntouched(lead: LeadFact, cohort: Cohort): boolean {
  if (lead.state !== 'new') return false;
  return promisesIn(lead, cohort).some((promise) => promiseStatus(promise, cohort.now) === 'broken');
}
