/**
 * How a goal is going, in working days of the team's calendar: what is expected by now is the goal × working days that are over ÷ working
 * days of the period. A cost is compared with the goal as it is: less is better, at any time.
 */
import { type Calendar, countWorkingDays } from '../time/calendar.ts';
import { dayIn } from '../time/day.ts';
import type { Goal } from './goal.ts';
import type { GoalKind } from './kinds.ts';
import { daysOf, instantsOf, type Period, type PeriodDays } from './period.ts';
import { leftOutOf, type Reached, reachedIn } from './reached.ts';
import { isLowerBetter } from './target.ts';

export type GoalOutcome = 'reached' | 'on_pace' | 'behind' | 'missed' | 'unknown';

export interface GoalPace extends PeriodDays {
  kind: GoalKind;
  period: Period;
  /** How many; of money, minor units. */
  target: number;
  currency: string | null;
  /** The last day that is counted in, YYYY-MM-DD. */
  until: string;
  /** Null: it cannot be computed. */
  reached: number | null;
  /** Null: nothing is expected by a certain day. */
  expected: number | null;
  outcome: GoalOutcome;
  isOver: boolean;
  /** Wins that are in another currency, or of which nobody has said what they are worth. */
  leftOut: number;
  /** Of a cost: what was spent, and over how many; null: it is none. */
  cost: { spent: number | null; over: number } | null;
}

/** Until when it is counted. */
export interface PaceTime {
  /** Epoch ms; not included. */
  at: number;
  calendar: Calendar;
}

/** The last day of the period that is over by then, or is still going on; with it the instants between which is counted. */
export function countedOf(
  period: Period,
  { at, calendar }: PaceTime,
): PeriodDays & { start: number; end: number; isOver: boolean } {
  const { from, to } = daysOf(period);
  const { start, end } = instantsOf({ from, to }, calendar.zone);
  const day = dayIn(calendar.zone, at - 1);
  return { from, to: day < to ? day : to, start, end: Math.min(at, end), isOver: at >= end };
}

export function paceOf(
  goal: Pick<Goal, 'kind' | 'period' | 'target' | 'currency'>,
  reached: Reached,
  time: PaceTime,
): GoalPace {
  const { kind, period, target, currency } = goal;
  const { to: until, isOver } = countedOf(period, time);
  const isCost = isLowerBetter(kind);
  const pace = {
    ...{ kind, period, target, currency, ...daysOf(period), until, isOver },
    reached: reachedIn(goal, reached),
    expected: isCost ? null : expectedBy(goal, time),
    leftOut: leftOutOf(goal, reached),
    cost: isCost ? { spent: reached.spent, over: reached.qualified } : null,
  };
  return { ...pace, outcome: isCost ? costOutcome(pace) : outcomeOf(pace) };
}

/** Rounded; null: the period has no working day. */
export function expectedBy(
  { period, target }: Pick<Goal, 'period' | 'target'>,
  { at, calendar }: PaceTime,
): number | null {
  const { from, to } = daysOf(period);
  const all = countWorkingDays(calendar, { from, to });
  if (all === 0) return null;
  const today = dayIn(calendar.zone, at);
  return Math.round((target * countWorkingDays(calendar, { from, to }, today)) / all);
}

type Judged = Pick<GoalPace, 'reached' | 'target' | 'expected' | 'isOver'>;

function outcomeOf({ reached, target, expected, isOver }: Judged): GoalOutcome {
  if (reached === null) return 'unknown';
  if (reached >= target) return 'reached';
  if (isOver) return 'missed';
  if (expected === null) return 'unknown';
  return reached >= expected ? 'on_pace' : 'behind';
}

function costOutcome({ reached, target, isOver }: Judged): GoalOutcome {
  if (reached === null) return 'unknown';
  if (reached <= target) return isOver ? 'reached' : 'on_pace';
  return isOver ? 'missed' : 'behind';
}
