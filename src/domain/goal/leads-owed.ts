/**
 * How many leads marketing owes in a period: as both sides have agreed by hand; else as many as the goal needs by what became of the leads of
 * the last quarter: goal ÷ share, rounded up. Of fewer than ten leads nothing is concluded.
 */
import { ENOUGH } from '../scorecard/figure.ts';
import type { Goal } from './goal.ts';
import { expectedBy, type PaceTime } from './pace.ts';
import { daysOf, isMonth, type Period, type PeriodDays } from './period.ts';

/** What became of the leads that arrived in a quarter. */
export interface Conversion {
  quarter: Period;
  leads: number;
  qualified: number;
  won: number;
}

type NeededFor = 'qualified' | 'won';

export type OwedBecause =
  | { how: 'agreed' }
  /** `part` of `of` leads of the quarter became what the goal counts. */
  | {
      how: 'from_goal' | 'too_few';
      goal: NeededFor;
      target: number;
      part: number;
      of: number;
      quarter: Period;
    };

export interface LeadsOwed extends PeriodDays {
  period: Period;
  /** Null: too few leads to judge by. */
  owed: number | null;
  delivered: number;
  /** By now; null where nothing is owed, or the period has no working day. */
  expected: number | null;
  isOver: boolean;
  because: OwedBecause;
}

type Counting = Pick<Goal, 'kind' | 'period' | 'target'>;

/** By which goal it is judged: what was agreed by hand comes first, then qualified, then won; a month before a quarter. */
export function owedBy<G extends Counting>(goals: readonly G[]): G | null {
  const ranked = goals
    .filter(({ kind }) => KINDS.includes(kind))
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || rank(a) - rank(b));
  return ranked[0] ?? null;
}

const KINDS: readonly Goal['kind'][] = ['leads', 'qualified', 'won'];

function rank({ period }: Counting): number {
  return Number(!isMonth(period));
}

export function leadsOwed(
  goal: Counting,
  { delivered, conversion, isOver }: { delivered: number; conversion: Conversion; isOver: boolean },
  time: PaceTime,
): LeadsOwed {
  const { period } = goal;
  const because = becauseOf(goal, conversion);
  const owed = owedFrom(goal, because);
  const expected = owed === null ? null : expectedBy({ period, target: owed }, time);
  return { period, ...daysOf(period), owed, delivered, expected, isOver, because };
}

function becauseOf({ kind, target }: Counting, { quarter, leads: of, ...became }: Conversion): OwedBecause {
  if (kind === 'leads') return { how: 'agreed' };
  const goal = kind === 'won' ? 'won' : 'qualified';
  const part = became[goal];
  return { how: of < ENOUGH || part === 0 ? 'too_few' : 'from_goal', goal, target, part, of, quarter };
}

function owedFrom({ target }: Counting, because: OwedBecause): number | null {
  if (because.how === 'agreed') return target;
  return because.how === 'too_few' ? null : Math.ceil((target * because.of) / because.part);
}
