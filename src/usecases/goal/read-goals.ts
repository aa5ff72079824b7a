import type { Goal } from '../../domain/goal/goal.ts';
import { inOrder } from '../../domain/goal/goal.ts';
import { type LeadsOwed, leadsOwed, owedBy } from '../../domain/goal/leads-owed.ts';
import { countedOf, type GoalPace, type PaceTime, paceOf } from '../../domain/goal/pace.ts';
import {
  daysOf,
  instantsOf,
  type Period,
  type PeriodDays,
  periodsTouching,
  quarterBefore,
} from '../../domain/goal/period.ts';
import { sumOf } from '../../domain/report/report-figures.ts';
import { dayIn } from '../../domain/time/day.ts';
import { listSignedGoals } from '../../store/goal/goal.ts';
import { countLeads } from '../../store/report/report.ts';
import type { Tx } from '../../store/transaction.ts';
import { readReached } from './read-reached.ts';

export interface GoalsOfWeek {
  goals: GoalPace[];
  /** Null: no goal says how many. */
  leadsOwed: LeadsOwed | null;
}

/** Of the months and quarters that the days touch, as far as they had come by then. */
export async function readGoals(
  tx: Tx,
  days: PeriodDays,
  { time, currency }: { time: PaceTime; currency: string },
): Promise<GoalsOfWeek> {
  const signed = inOrder(await listSignedGoals(tx, periodsTouching(days)));
  const goals: GoalPace[] = [];
  for (const goal of signed) {
    if (goal.kind === 'leads') continue;
    const counted = countedOf(goal.period, time);
    if (counted.to < counted.from) continue;
    const reached = await readReached(tx, counted, goal.currency ?? currency);
    goals.push(paceOf(goal, reached, time));
  }
  return { goals, leadsOwed: await readLeadsOwed(tx, signed, time) };
}

/** Of the month that it is by then, or of its quarter. */
async function readLeadsOwed(tx: Tx, goals: readonly Goal[], time: PaceTime): Promise<LeadsOwed | null> {
  const day = dayIn(time.calendar.zone, time.at - 1);
  const isNow = ({ period }: Goal) => daysOf(period).from <= day && day <= daysOf(period).to;
  const goal = owedBy(goals.filter(isNow));
  if (!goal) return null;
  const { start, end, isOver } = countedOf(goal.period, time);
  const delivered = sumOf(await countLeads(tx, { since: start, before: end }, 'source')).leads;
  const conversion = await conversionOf(tx, quarterBefore(goal.period), time.calendar.zone);
  return leadsOwed(goal, { delivered, conversion, isOver }, time);
}

async function conversionOf(tx: Tx, quarter: Period, zone: string) {
  const { start: since, end: before } = instantsOf(daysOf(quarter), zone);
  const { leads, qualified, won } = sumOf(await countLeads(tx, { since, before }, 'source'));
  return { quarter, leads, qualified, won };
}
