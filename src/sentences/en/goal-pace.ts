import type { GoalOutcome, GoalPace } from '../../domain/goal/pace.ts';
import { count } from './count.ts';
import { sayGoal } from './goal.ts';
import { sayRoundMoney } from './money.ts';
import { sayPeriod } from './period.ts';

interface When {
  /** The period is the one that it is now, and it is counted until now. */
  isNow: boolean;
}

const NOW: When = { isNow: true };

/** "31 of 40 qualified leads in November 2026, on pace (expected 29 by today)" */
export function sayGoalPace(pace: GoalPace, when: When = NOW): string {
  const { cost, from, until } = pace;
  if (until < from) return `${sayGoal(pace)} in ${sayPeriod(pace.period)}, which has not begun yet`;
  const said = cost ? sayCost(pace, cost) : `${sayAmount(pace, pace.reached ?? 0)} of ${sayGoal(pace)}`;
  return `${said} ${inPeriod(pace, when)}${outcomeWords(pace, when)}${leftOutWords(pace)}`;
}

function inPeriod({ period }: Pick<GoalPace, 'period'>, { isNow }: When): string {
  if (!isNow) return `in ${sayPeriod(period)}`;
  return period.includes('Q') ? 'this quarter' : 'this month';
}

function sayCost(pace: GoalPace, { spent, over }: NonNullable<GoalPace['cost']>): string {
  const { reached, currency } = pace;
  const most = sayGoal(pace);
  if (spent === null) return `${most}: no spend is recorded`;
  if (over === 0 || reached === null || currency === null) return `${most}: no lead is qualified yet`;
  return `${sayRoundMoney({ minor: reached, currency })} of ${most}`;
}

function sayAmount({ currency }: GoalPace, amount: number): string {
  return currency === null ? amount.toLocaleString('en') : sayRoundMoney({ minor: amount, currency });
}

const OUTCOMES: Record<GoalOutcome, string> = {
  reached: ', reached',
  on_pace: ', on pace',
  behind: ', behind',
  missed: ', missed',
  unknown: '',
};

function outcomeWords(pace: GoalPace, { isNow }: When): string {
  const { outcome, expected, isOver, until } = pace;
  const isPaced = expected !== null && !isOver && outcome !== 'reached';
  const by = isNow ? 'today' : until;
  return OUTCOMES[outcome] + (isPaced ? ` (expected ${sayAmount(pace, expected)} by ${by})` : '');
}

function leftOutWords({ leftOut }: GoalPace): string {
  if (leftOut === 0) return '';
  return `; ${count(leftOut, 'win')} in another currency or without a value ${leftOut === 1 ? 'is' : 'are'} not in it`;
}
