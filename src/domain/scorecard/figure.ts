/**
 * A figure of the scorecard, kept with what it was made of: a rate never travels without its numerator and denominator, money
 * never without its currency.
 */
export type Figure =
  /** Published before it was counted. */
  | { kind: 'unknown' }
  | { kind: 'count'; value: number }
  | { kind: 'rate'; part: number; of: number }
  /** So much money for so many things, in minor units; null where no spend is recorded. */
  | { kind: 'cost'; minor: number | null; per: number; currency: string }
  /** In minor units; null where nothing says how much. */
  | { kind: 'money'; minor: number | null; currency: string }
  /** What was won for what was spent, in minor units; null where no spend is recorded. */
  | { kind: 'return'; won: number | null; spent: number | null; currency: string }
  /** Minutes of working time or by the wall clock; null where nothing happened yet. */
  | { kind: 'time'; clock: TimeClock; median: number | null; p90: number | null; of: number };

export type TimeClock = 'working' | 'wall';

/** Made of the same, not only of the same value: 1 of 2 is another than 2 of 4. */
export function isSameFigure(one: Figure, other: Figure): boolean {
  const parts: Record<string, unknown> = { ...other };
  return Object.entries(one).every(([name, part]) => parts[name] === part);
}

/** Of fewer nothing is concluded. */
export const ENOUGH = 10;

/** A ratio of fewer than ten says little. */
export function isTooFew(figure: Figure): boolean {
  switch (figure.kind) {
    case 'unknown':
    case 'count':
    case 'money':
    case 'return':
      return false;
    case 'rate':
    case 'time':
      return figure.of > 0 && figure.of < ENOUGH;
    case 'cost':
      return figure.minor !== null && figure.per > 0 && figure.per < ENOUGH;
    default:
      return figure satisfies never;
  }
}
