import { type Money, majorUnits } from '../money/money.ts';

/** How many leads of one key; null is the key of those that have none. */
export interface LeadCounts {
  key: string | null;
  leads: number;
  claimed: number;
  qualified: number;
  rejected: number;
  won: number;
  lost: number;
}

/** One lead that was won. */
export interface Win {
  key: string | null;
  leadId: string;
  externalId: string | null;
  value: Money | null;
  /** Calendar days in the team's zone. */
  arrivedOn: string;
  /** Null: whoever told of it did not say when. */
  wonOn: string | null;
  /** From arrival to won; negative where the source says that it was won first; null where it is not known. */
  days: number | null;
}

/** One line of the report. */
export interface Figures extends Omit<LeadCounts, 'key'> {
  open: number;
  /** Major units of the team's currency, like spend and the costs. */
  value: number;
  /** Null: none was recorded. */
  spend: number | null;
  costPerLead: number | null;
  costPerQualified: number | null;
  costPerWon: number | null;
  conversion: number | null;
  medianDaysToWon: number | null;
}

export const NOBODY: LeadCounts = {
  key: null,
  leads: 0,
  claimed: 0,
  qualified: 0,
  rejected: 0,
  won: 0,
  lost: 0,
};

export function sumOf(all: readonly LeadCounts[]): LeadCounts {
  const sum = { ...NOBODY };
  for (const counts of all) {
    sum.leads += counts.leads;
    sum.claimed += counts.claimed;
    sum.qualified += counts.qualified;
    sum.rejected += counts.rejected;
    sum.won += counts.won;
    sum.lost += counts.lost;
  }
  return sum;
}

export function figures(
  { key: _, ...counts }: LeadCounts,
  wins: readonly Win[],
  { spentMinor, currency }: { spentMinor: number | null; currency: string },
): Figures {
  const { leads, qualified, rejected, won, lost } = counts;
  const spend = spentMinor === null ? null : majorUnits({ minor: spentMinor, currency });
  return {
    ...counts,
    open: leads - rejected - won - lost,
    value: majorUnits({ minor: valueWon(wins, currency), currency }),
    spend,
    costPerLead: cost(spend, leads),
    costPerQualified: cost(spend, qualified),
    costPerWon: cost(spend, won),
    conversion: leads === 0 ? null : won / leads,
    medianDaysToWon: median(wins.flatMap(({ days }) => days ?? [])),
  };
}

function valueWon(wins: readonly Win[], currency: string): number {
  return wins.reduce((sum, { value }) => sum + (value?.currency === currency ? value.minor : 0), 0);
}

function cost(spend: number | null, count: number): number | null {
  return spend === null || count === 0 ? null : Math.round((spend / count) * 1e4) / 1e4;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
