import type { Spend } from '../../domain/money/spend.ts';
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
    .select(['id', 'dedupe_key'])
    .where('dedupe_key', 'in', dedupeKeys)
    .execute();
  return new Map(rows.map((row) => [row.dedupe_key, row.id]));
}

/** A key that somebody else recorded in the meantime is left as it is. */
export async function insertSpend(tx: Tx, records: SpendRecord[]): Promise<void> {
  if (records.length === 0) return;
  await tx.sql
    .insertInto('spend')
    .values(records.map(toRow))
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .execute();
}

function toRow(record: SpendRecord) {
  return {
    id: record.id,
    dedupe_key: record.dedupeKey,
    side: record.side,
    source: record.source,
    campaign: record.campaign,
    from_date: record.from,
    to_date: record.to,
    amount_minor: record.amount.minor,
    currency: record.amount.currency,
    recorded_at: record.recordedAt,
    recorded_by: record.recordedBy,
  };
}

/** All that covers at least one of the days, both included. */
export async function findSpendBetween(tx: Tx, from: string, to: string): Promise<Spend[]> {
  const rows = await tx.sql
    .selectFrom('spend')
    .selectAll()
    .where('from_date', '<=', to)
    .where('to_date', '>=', from)
    .execute();
  return rows.map((row) => ({
    side: row.side === 'sales' ? 'sales' : 'marketing',
    source: row.source,
    campaign: row.campaign,
    from: row.from_date,
    to: row.to_date,
    amount: { minor: row.amount_minor, currency: row.currency },
  }));
}
