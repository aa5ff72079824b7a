/**
 * How amounts for the same source, campaign and side stand to those that are recorded already. Ad platforms export the month so far, again and
 * again, and settle days afterwards: what says all that an earlier amount says, and perhaps more, is its newer version. What covers a part of
 * its days is neither news nor a newer version, and a person has to say which.
 *
 * The currency does not matter: a report in another currency for the same days is the newer version too, and none is ever added to another.
 */
export interface Days {
  /** YYYY-MM-DD, both included. */
  from: string;
  to: string;
}

/** What to do with an amount that covers a part of an earlier one's days. */
export type OverlapRule = 'ask' | 'replace' | 'add';

/** The same days as few periods as possible: those that meet or overlap are one. */
export function joinDays(days: readonly Days[]): Days[] {
  const joined: Days[] = [];
  for (const next of days.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (!last || next.from > dayAfter(last.to)) joined.push({ from: next.from, to: next.to });
    else if (next.to > last.to) last.to = next.to;
  }
  return joined;
}

/** What all the new days together, joined, do to an earlier amount. */
export function relationOf(joined: readonly Days[], earlier: Days): 'apart' | 'covers' | 'overlaps' {
  const touching = joined.filter((days) => overlap(days, earlier));
  if (touching.length === 0) return 'apart';
  return touching.some(({ from, to }) => from <= earlier.from && to >= earlier.to) ? 'covers' : 'overlaps';
}

export function overlap(one: Days, other: Days): boolean {
  return one.from <= other.to && one.to >= other.from;
}

const DAY_MS = 86_400_000;

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
