/**
 * Spend: what an effort to find or win customers cost, for the days that it covers; marketing's and sales' alike.
 *
 * It is recorded and never moved. An amount is spread evenly over its days, both ends included, in whole minor units: the days
 * always add up to the amount. Two rows are the same when their delivery says so (a file's row, a key of the sender).
 * It is counted for a source or a campaign by name; an amount that names neither counts in totals alone.
 *
 * Counted by report and scorecard. Stored by store/money/spend.
 */
import type { Money } from './money.ts';

export type Side = 'marketing' | 'sales';

export interface Spend {
  side: Side;
  source: string | null;
  campaign: string | null;
  /** YYYY-MM-DD, both included. */
  from: string;
  to: string;
  amount: Money;
}

/** The part of the amount, in minor units, that falls on the days from `first` to `last`, both included. */
export function spendWithin(
  spend: Pick<Spend, 'from' | 'to' | 'amount'>,
  first: string,
  last: string,
): number {
  const days = dayNumber(spend.to) - dayNumber(spend.from) + 1;
  const start = Math.max(0, dayNumber(first) - dayNumber(spend.from));
  const end = Math.min(days, dayNumber(last) - dayNumber(spend.from) + 1);
  if (end <= start) return 0;
  return upTo(spend.amount.minor, days, end) - upTo(spend.amount.minor, days, start);
}

/** The first `count` of `days` days together. The minor units left over by division go to the first days, one each. */
function upTo(minor: number, days: number, count: number): number {
  const perDay = Math.trunc(minor / days);
  const leftOver = minor - perDay * days;
  return perDay * count + Math.sign(leftOver) * Math.min(Math.abs(leftOver), count);
}

const DAY_MS = 86_400_000;

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}
