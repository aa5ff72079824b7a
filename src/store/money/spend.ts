import type { Spend } from '../../domain/money/spend.ts';
import type { SpendRow } from '../schema.ts';
import { namesOf } from '../source/name-book.ts';
import type { Tx } from '../transaction.ts';

/** What tells two deliveries apart, and who recorded it when. */
export interface SpendRecord extends Spend {
  id: string;
  dedupeKey: string;
  recordedAt: number;
  recordedBy: string;
}

/** Which of the keys are recorded already, each with the id of its row. */
export async function findSpendIds(tx: Tx, dedupeKeys: string[]): Promise<Map<string, string>> {
  if (dedupeKeys.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('spend')
    .select(['id', 'dedupeKey'])
    .where('dedupeKey', 'in', dedupeKeys)
    .execute();
  return new Map(rows.map((row) => [row.dedupeKey, row.id]));
}

/** A key that somebody else recorded in the meantime is left as it is. */
export async function insertSpend(tx: Tx, records: SpendRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx.sql
    .insertInto('spend')
    .values(records.map(toRow))
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .execute();
}

function toRow({ from, to, amount, ...record }: SpendRecord): SpendRow {
  return { ...record, fromDate: from, toDate: to, amountMinor: amount.minor, currency: amount.currency };
}

/** All that covers at least one of the days, both included, with sources and campaigns as they are called today. */
export async function findSpendBetween(tx: Tx, from: string, to: string): Promise<Spend[]> {
  const rows = await tx.sql
    .selectFrom('spend')
    .select(['side', 'source', 'campaign', 'fromDate as from', 'toDate as to', 'amountMinor', 'currency'])
    .where('fromDate', '<=', to)
    .where('toDate', '>=', from)
    .execute();
  const names = await namesOf(tx, rows);
  return rows.map(({ amountMinor: minor, currency, ...spend }) => ({
    ...spend,
    source: names.source(spend.source),
    campaign: names.campaign(spend),
    amount: { minor, currency },
  }));
}
