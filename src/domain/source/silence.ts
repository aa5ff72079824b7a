/**
 * Whether a source has fallen silent: no lead for three times its usual gap. The gap is counted in days, by its own rhythm of weekdays: one that
 * brings leads from Monday to Friday is not silent at the weekend, and a webinar of each second Tuesday is waited for six weeks. Of a source that
 * has brought leads on too few days, or for too short a time, nothing is known.
 */
import { DAY } from '../time/duration.ts';

export interface Silence {
  /** YYYY-MM-DD, of its last lead. */
  since: string;
  /** On how many days a week it usually brings leads. */
  perWeek: number;
}

/** So many days up to its last lead tell of its rhythm. */
export const RHYTHM_DAYS = 84;
const SHORTEST = 14;
const FEWEST = 5;
const USUAL_GAPS = 3;

/** `days`: those on which it brought a lead, each once, in order. `today` has not passed yet, and does not count. */
export function silence(days: readonly string[], today: string): Silence | null {
  const last = days.at(-1);
  const first = days[0];
  if (last === undefined || first === undefined) return null;
  const from = Math.max(numberOf(first), numberOf(last) - RHYTHM_DAYS + 1);
  const active = days.map(numberOf).filter((day) => day >= from);
  const span = numberOf(last) - from + 1;
  if (active.length < FEWEST || span < SHORTEST) return null;
  const shares = sharesOf(active, from, numberOf(last));
  let gaps = 0;
  for (let day = numberOf(last) + 1; day < numberOf(today); day++) gaps += shares[weekdayOf(day)] ?? 0;
  if (gaps < USUAL_GAPS - TINY) return null;
  return { since: last, perWeek: shares.reduce((sum, share) => sum + share, 0) };
}

/** Thirds do not add up to one. */
const TINY = 1e-9;

/** Of each weekday the share of those days on which it brought a lead. */
function sharesOf(active: readonly number[], from: number, to: number): number[] {
  const all = new Array<number>(7).fill(0);
  const brought = new Array<number>(7).fill(0);
  for (let day = from; day <= to; day++) count(all, day);
  for (const day of active) count(brought, day);
  return all.map((days, weekday) => (days === 0 ? 0 : (brought[weekday] ?? 0) / days));
}

function count(counts: number[], day: number): void {
  counts[weekdayOf(day)] = (counts[weekdayOf(day)] ?? 0) + 1;
}

function numberOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

/** Any day of the week as 0: they are only told apart. */
function weekdayOf(day: number): number {
  return day % 7;
}
