import type { OwedBecause } from '../../domain/goal/leads-owed.ts';
import type { GoalOutcome, GoalPace } from '../../domain/goal/pace.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import { shiftWeek, weekAt } from '../../domain/time/week.ts';
import { count } from './count.ts';
import { sayGoal } from './goal.ts';
import { sayRoundMoney } from './money.ts';
import { sayPeriod } from './period.ts';

interface When {
  /** The period is the one that it is now, and it is counted until now. */
  isNow: boolean;
}

const NOW: When = { isNow: true };

/** "31 of 40 qualified leads in November 2026, on pace (expected 29 so far)" */
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
  const when = isNow ? 'so far' : `by ${until}`;
  return OUTCOMES[outcome] + (isPaced ? ` (expected ${sayAmount(pace, expected)} ${when})` : '');
}

function leftOutWords({ leftOut }: GoalPace): string {
  if (leftOut === 0) return '';
  return `; ${count(leftOut, 'win')} in another currency or without a value ${leftOut === 1 ? 'is' : 'are'} not in it`;
}

/** Of a scorecard, a line each: whoever asks for a week of long ago reads which month it was. */
export function sayGoalsOf(scorecard: Scorecard): string[] {
  const isFresh = isTold(scorecard);
  return scorecard.goals.map((pace) => sayGoalPace(pace, { isNow: isFresh && !pace.isOver }));
}

/** "149 leads owed this month, 96 delivered (expected 106 so far): for 40 qualified, as 81 of 300 were in Q3 2026"; null: nothing is owed. */
export function sayLeadsOwed(scorecard: Scorecard): string | null {
  const { leadsOwed } = scorecard;
  if (!leadsOwed) return null;
  const { owed, delivered, expected, because, isOver } = leadsOwed;
  const isNow = isTold(scorecard) && !isOver;
  const when = inPeriod(leadsOwed, { isNow });
  const why = becauseWords(because);
  if (owed === null) return `How many leads are owed ${when} is not known: ${why}. ${delivered} delivered.`;
  const due = isNow ? 'so far' : `by ${scorecard.to}`;
  const paced = expected === null || isOver ? '' : ` (expected ${expected} ${due})`;
  return `${count(owed, 'lead')} owed ${when}, ${delivered} delivered${paced}: ${why}.`;
}

function becauseWords(because: OwedBecause): string {
  if (because.how === 'agreed') return 'agreed by both sides';
  const { goal, target, part, of, quarter } = because;
  const shares = `${part} of ${of} were in ${sayPeriod(quarter)}`;
  return because.how === 'too_few' ? `too few to judge by, ${shares}` : `for ${target} ${goal}, as ${shares}`;
}

function isTold({ week, computedAt, timezone }: Scorecard): boolean {
  return weekAt(computedAt, timezone) <= shiftWeek(week, 1);
}
