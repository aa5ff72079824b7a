/** What the numbers of the months before show, for who proposes a goal. */
import type { GoalKind } from './kinds.ts';
import { isMonth, type Period } from './period.ts';
import type { Reached } from './reached.ts';
import { reachedIn } from './reached.ts';
import { isLowerBetter, isOfMoney } from './target.ts';

/** How many months before this one are looked at. */
export const BASIS_MONTHS = 3;

export interface GoalBasis {
  /** The month before this one. */
  month: Period;
  /** Minor units of money; null: there was nothing to count yet. */
  last: number | null;
  /** Of a month, over so many of those that Tango knows; a cost is of all of them together. */
  average: number | null;
  months: number;
}

/** `months`: the last one first; without those from before the first lead. */
export function basisOf(kind: GoalKind, months: readonly BasisMonth[], currency: string): GoalBasis | null {
  const [latest] = months;
  if (!latest) return null;
  const goal = { kind, currency: isOfMoney(kind) ? currency : null };
  return {
    month: latest.month,
    last: reachedIn(goal, latest.reached),
    average: averageOf(goal, months),
    months: months.length,
  };
}

export interface BasisMonth {
  month: Period;
  reached: Reached;
}

/** What a new goal begins with; null: nothing shows how much is usual. */
export function suggestedTarget(kind: GoalKind, period: Period, basis: GoalBasis | null): number | null {
  if (!basis?.average) return null;
  const months = isMonth(period) || isLowerBetter(kind) ? 1 : 3;
  return Math.max(1, Math.round(basis.average * months));
}

function averageOf(
  goal: { kind: GoalKind; currency: string | null },
  months: readonly BasisMonth[],
): number | null {
  if (isLowerBetter(goal.kind)) return reachedIn(goal, costsTogether(months));
  const all = months.map(({ reached }) => reachedIn(goal, reached) ?? 0);
  return all.reduce((sum, each) => sum + each, 0) / all.length;
}

function costsTogether(months: readonly BasisMonth[]): Reached {
  const spent = months.flatMap(({ reached }) => reached.spent ?? []);
  return {
    ...{ leads: 0, won: [], stories: 0 },
    qualified: months.reduce((sum, { reached }) => sum + reached.qualified, 0),
    spent: spent.length === 0 ? null : spent.reduce((sum, each) => sum + each, 0),
  };
}
