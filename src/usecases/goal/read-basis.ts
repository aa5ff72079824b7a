import { BASIS_MONTHS, type BasisMonth, basisOf, type GoalBasis } from '../../domain/goal/basis.ts';
import type { GoalKind } from '../../domain/goal/kinds.ts';
import { daysOf, instantsOf, monthOf, shiftPeriod } from '../../domain/goal/period.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findFirstArrival } from '../../store/scorecard/scorecard.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Work } from '../work.ts';
import { readReached } from './read-reached.ts';

/** Of the three months before this one, as far as there were leads. */
export async function readBasis(
  tx: Tx,
  kind: GoalKind,
  { now, settings }: Pick<Work, 'now' | 'settings'>,
): Promise<GoalBasis | null> {
  const { timezone, currency } = settings;
  const first = await findFirstArrival(tx);
  const months: BasisMonth[] = [];
  for (let ago = 1; ago <= BASIS_MONTHS; ago++) {
    const month = shiftPeriod(monthOf(dayIn(timezone, now)), -ago);
    const days = daysOf(month);
    const { start, end } = instantsOf(days, timezone);
    if (first === null || end <= first) break;
    months.push({ month, reached: await readReached(tx, { ...days, start, end }, currency) });
  }
  return basisOf(kind, months, currency);
}
