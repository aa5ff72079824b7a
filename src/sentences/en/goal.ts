/** Goals, and how they go. */
import type { GoalBasis } from '../../domain/goal/basis.ts';
import type { Goal, GoalStanding } from '../../domain/goal/goal.ts';
import type { GoalKind } from '../../domain/goal/kinds.ts';
import { type GoalTarget, isOfMoney } from '../../domain/goal/target.ts';
import { sayMoney, sayRoundMoney } from './money.ts';
import { sayPeriod } from './period.ts';

/** As the menu of kinds has them, in small letters. */
export const GOAL_NAMES: Record<GoalKind, string> = {
  qualified: 'qualified leads',
  won: 'won',
  revenue: 'won value',
  cost_per_qualified: 'cost per qualified lead',
  stories: 'stories told',
  leads: 'leads from marketing',
};

export const STANDING_WORDS: Record<GoalStanding, string> = {
  proposed: 'waits to be signed',
  counts: 'counts',
  over: 'over',
  not_signed: 'was not signed in its time',
  declined: 'declined',
  withdrawn: 'withdrawn',
  replaced: 'replaced by a newer one',
};

/** "40", "€12,500" */
export function sayTarget({ target, currency }: GoalTarget): string {
  return currency === null ? target.toLocaleString('en') : sayMoney({ minor: target, currency });
}

/** "40 qualified leads", "at most €140 per qualified lead" */
export function sayGoal({ kind, target, currency }: Pick<Goal, 'kind' | 'target' | 'currency'>): string {
  return sayMuch(kind, sayTarget({ target, currency }), target);
}

function sayMuch(kind: GoalKind, much: string, target: number): string {
  switch (kind) {
    case 'qualified':
      return `${much} qualified ${target === 1 ? 'lead' : 'leads'}`;
    case 'won':
      return `${much} won`;
    case 'revenue':
      return `${much} won`;
    case 'cost_per_qualified':
      return `at most ${much} per qualified lead`;
    case 'stories':
      return `${much} ${target === 1 ? 'story' : 'stories'} told`;
    case 'leads':
      return `${much} ${target === 1 ? 'lead' : 'leads'} from marketing`;
    default:
      return kind satisfies never;
  }
}

/** "31 in October 2026; 28.7 a month on average of the 3 months before this one" */
export function sayBasis(kind: GoalKind, basis: GoalBasis | null, currency: string): string {
  if (!basis || basis.average === null)
    return kind === 'cost_per_qualified'
      ? 'Nothing shows yet what one costs: no spend or no qualified lead is known of the months before.'
      : 'Nothing shows yet how much is usual: there is no full month before this one.';
  const last = basis.last === null ? 'unknown' : sayAmount(kind, basis.last, currency);
  const average = sayAmount(kind, basis.average, currency);
  const months = basis.months === 1 ? 'the month' : `the ${basis.months} months`;
  return `${last} in ${sayPeriod(basis.month)}; ${average} on average of ${months} before this one.`;
}

function sayAmount(kind: GoalKind, amount: number, currency: string): string {
  if (isOfMoney(kind)) return sayRoundMoney({ minor: Math.round(amount), currency });
  return (Math.round(amount * 10) / 10).toLocaleString('en');
}
