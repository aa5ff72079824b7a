import type { PeriodDays } from '../../domain/goal/period.ts';
import type { Reached } from '../../domain/goal/reached.ts';
import { spendWithin } from '../../domain/money/spend.ts';
import { sumOf } from '../../domain/report/report-figures.ts';
import { countQualified, countTold, sumWon } from '../../store/goal/reached.ts';
import { findSpendBetween } from '../../store/money/spend.ts';
import { countLeads } from '../../store/report/report.ts';
import type { Tx } from '../../store/transaction.ts';

interface Counted extends PeriodDays {
  /** Epoch ms; the second is not included. */
  start: number;
  end: number;
}

/** Nothing at all where the first day is still to come. */
export async function readReached(tx: Tx, counted: Counted, currency: string): Promise<Reached> {
  const { from, to, start, end } = counted;
  const arrived = sumOf(await countLeads(tx, { since: start, before: end }, 'source'));
  return {
    leads: arrived.leads,
    qualified: await countQualified(tx, counted),
    won: await sumWon(tx, counted),
    stories: await countTold(tx, counted),
    spent: to < from ? null : await spentIn(tx, { from, to }, currency),
  };
}

async function spentIn(tx: Tx, { from, to }: PeriodDays, currency: string): Promise<number | null> {
  const rows = (await findSpendBetween(tx, from, to)).filter(({ amount }) => amount.currency === currency);
  return rows.length === 0 ? null : rows.reduce((sum, row) => sum + spendWithin(row, from, to), 0);
}
