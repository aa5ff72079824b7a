/**
 * Every number of the scorecard, defined once, as data: what it is made of, whose promise it tells and which of the two views it belongs to. How such
 * a thing is counted over the leads of one week or of several: measures. Names and formulas in words: sentences/en/scorecard.
 */
import type { Side } from '../money/spend.ts';
import type { CountId } from './counts.ts';
import type { TimeClock } from './figure.ts';
import type { TakenTime } from './taken-times.ts';

export type Formula =
  /** Over several weeks the average. */
  | { kind: 'count'; of: CountId }
  /** What counts as `part`, of all that count as any of `of`. */
  | { kind: 'rate'; part: CountId; of: readonly CountId[] }
  /** What one side spent in the week, or both (null), for each that counts. */
  | { kind: 'cost'; side: Side | null; per: CountId }
  /** By one side in the week, or by both (null). */
  | { kind: 'spent'; side: Side | null }
  /** What the leads were won for, for what was spent. */
  | { kind: 'return' }
  | { kind: 'time'; what: TakenTime; clock: TimeClock }
  /** Deals of the week, whenever their leads arrived: how many, or what they are worth. */
  | { kind: 'booked'; what: 'deals' | 'value' };

export interface Metric {
  /** Whose promise it tells of; null: of both. */
  side: Side | null;
  /** The cohort: leads of the week and what became of them so far. The week: what happened in it. They are never mixed. */
  view: 'cohort' | 'week';
  formula: Formula;
}

const marketing = (formula: Formula): Metric => ({ side: 'marketing', view: 'cohort', formula });
const sales = (formula: Formula): Metric => ({ side: 'sales', view: 'cohort', formula });
const both = (formula: Formula): Metric => ({ side: null, view: 'cohort', formula });
const week = (formula: Formula): Metric => ({ side: null, view: 'week', formula });

export const METRICS = {
  leads: marketing({ kind: 'count', of: 'leads' }),
  qualified: marketing({ kind: 'count', of: 'qualified' }),
  qualifiedRate: marketing({ kind: 'rate', part: 'qualified', of: ['leads'] }),
  acceptedRate: marketing({ kind: 'rate', part: 'qualified', of: ['qualified', 'rejected'] }),
  rejected: marketing({ kind: 'count', of: 'rejected' }),
  resting: marketing({ kind: 'count', of: 'resting' }),
  won: sales({ kind: 'count', of: 'won' }),
  lost: sales({ kind: 'count', of: 'lost' }),
  costPerLead: both({ kind: 'cost', side: null, per: 'leads' }),
  costPerQualified: both({ kind: 'cost', side: null, per: 'qualified' }),
  costPerWon: both({ kind: 'cost', side: null, per: 'won' }),
  marketingCostPerLead: marketing({ kind: 'cost', side: 'marketing', per: 'leads' }),
  marketingCostPerQualified: marketing({ kind: 'cost', side: 'marketing', per: 'qualified' }),
  marketingCostPerWon: marketing({ kind: 'cost', side: 'marketing', per: 'won' }),
  salesCostPerLead: sales({ kind: 'cost', side: 'sales', per: 'leads' }),
  salesCostPerQualified: sales({ kind: 'cost', side: 'sales', per: 'qualified' }),
  salesCostPerWon: sales({ kind: 'cost', side: 'sales', per: 'won' }),
  return: both({ kind: 'return' }),
  claimedInTime: sales({ kind: 'rate', part: 'claimsKept', of: ['claimsKept', 'claimsBroken'] }),
  contactedInTime: sales({ kind: 'rate', part: 'contactsKept', of: ['contactsKept', 'contactsBroken'] }),
  verdictInTime: sales({ kind: 'rate', part: 'verdictsKept', of: ['verdictsKept', 'verdictsBroken'] }),
  followedUp: sales({ kind: 'rate', part: 'contacted', of: ['contacted', 'unanswered'] }),
  claimTime: sales({ kind: 'time', what: 'claim', clock: 'working' }),
  claimWallTime: sales({ kind: 'time', what: 'claim', clock: 'wall' }),
  contactTime: sales({ kind: 'time', what: 'contact', clock: 'working' }),
  contactWallTime: sales({ kind: 'time', what: 'contact', clock: 'wall' }),
  waitTime: both({ kind: 'time', what: 'wait', clock: 'working' }),
  waitWallTime: both({ kind: 'time', what: 'wait', clock: 'wall' }),
  answeredIn5Minutes: both({
    kind: 'rate',
    part: 'answeredIn5Minutes',
    of: ['answeredIn5Minutes', 'waitedFor5Minutes'],
  }),
  answeredInHour: both({ kind: 'rate', part: 'answeredInHour', of: ['answeredInHour', 'waitedForHour'] }),
  answeredInDay: both({ kind: 'rate', part: 'answeredInDay', of: ['answeredInDay', 'waitedForDay'] }),
  unanswered: sales({ kind: 'count', of: 'unanswered' }),
  untouched: sales({ kind: 'count', of: 'untouched' }),
  spent: week({ kind: 'spent', side: null }),
  marketingSpent: { side: 'marketing', view: 'week', formula: { kind: 'spent', side: 'marketing' } },
  salesSpent: { side: 'sales', view: 'week', formula: { kind: 'spent', side: 'sales' } },
  bookedWon: week({ kind: 'booked', what: 'deals' }),
  bookedValue: week({ kind: 'booked', what: 'value' }),
} as const satisfies Record<string, Metric>;

export type MetricId = keyof typeof METRICS;

export const METRIC_IDS = Object.keys(METRICS) as MetricId[];
