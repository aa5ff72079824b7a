/** What somebody types as the target of a goal: "40", "12,500.50", "12.500,50", "12k". */
import { fractionDigits } from '../money/money.ts';
import { readAmount } from '../money/read-amount.ts';
import { typedAmount } from '../money/typed-amount.ts';
import { refuseField } from '../refusals.ts';
import type { GoalKind } from './kinds.ts';

export interface GoalTarget {
  /** How many; of money, minor units. */
  target: number;
  /** Null: it is a number. */
  currency: string | null;
}

/** More leads than any team will want; it keeps numbers countable. */
const MOST = 10_000_000;

const OF_MONEY: ReadonlySet<GoalKind> = new Set(['revenue', 'cost_per_qualified']);

export function isOfMoney(kind: GoalKind): boolean {
  return OF_MONEY.has(kind);
}

/** Of costs, less is better. */
export function isLowerBetter(kind: GoalKind): boolean {
  return kind === 'cost_per_qualified';
}

/** Throws invalid, said at the field `amount`. Money is in the team's currency. */
export function readTarget(kind: GoalKind, typed: string | null, currency: string): GoalTarget {
  if (!isOfMoney(kind)) return { target: readCount(typed), currency: null };
  const money = typedAmount(typed, { said: currency, assumed: currency, mayMultiply: true });
  if (!money || money.minor <= 0) throw refuseField('amount', 'goal_amount_needed');
  return { target: money.minor, currency: money.currency };
}

/** That alone, of a goal. */
export function targetIn({ target, currency }: GoalTarget): GoalTarget {
  return { target, currency };
}

/** As it is typed again. */
export function targetToType({ target, currency }: GoalTarget): string {
  return currency === null ? String(target) : String(target / 10 ** fractionDigits(currency));
}

function readCount(typed: string | null): number {
  const read = readAmount(typed ?? '', { mark: null, threeDigits: 'thousands', mayMultiply: true });
  const count = 'plain' in read && read.currencies === null ? Number(read.plain) : Number.NaN;
  if (!Number.isInteger(count) || count < 1 || count > MOST)
    throw refuseField('amount', 'goal_count_needed', { most: MOST });
  return count;
}
