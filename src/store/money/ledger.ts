/** The ledger of spend: what was recorded stays, and is counted unless it was taken back or amounts stand for it that were not (replacement.ts). */
import { type RawBuilder, sql } from 'kysely';
import type { LedgerEntry } from '../../domain/money/ledger.ts';
import { inList, listOf } from '../prepared.ts';
import { namesOf } from '../source/name-book.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { countReplacedBy, deleteReplacedBy, isCounted } from './replacement.ts';

export interface SpendBatch {
  id: string;
  name: string | null;
  recordedAt: number;
  recordedBy: string;
}

/** Who records or takes back waits for the others: each sees what is there. On SQLite one alone writes as it is. */
export async function lockLedger(tx: Tx): Promise<void> {
  assertTransaction(tx);
  if (tx.dialect === 'postgres') await sql`select pg_advisory_xact_lock(hashtext('spend'))`.execute(tx.sql);
}

export async function insertBatch(tx: Tx, batch: SpendBatch): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .insertInto('spendBatch')
    .values({ ...batch, withdrawnAt: null, withdrawnBy: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export interface BatchCounts {
  rows: number;
  replaced: number;
}

/** How many amounts a batch has, and how many it replaced that no other one had. */
export async function countBatch(tx: Tx, batchId: string): Promise<BatchCounts> {
  const rows = await tx.sql
    .selectFrom('spend')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('batchId', '=', batchId)
    .executeTakeFirst();
  return { rows: Number(rows?.count ?? 0), replaced: await countReplacedBy(tx, batchId) };
}

/** One that said nothing new. */
export async function dropBatch(tx: Tx, batchId: string): Promise<void> {
  assertTransaction(tx);
  await deleteReplacedBy(tx, batchId);
  await tx.sql.deleteFrom('spend').where('batchId', '=', batchId).execute();
  await tx.sql.deleteFrom('spendBatch').where('id', '=', batchId).execute();
}

export interface LedgerWish {
  from?: string | undefined;
  to?: string | undefined;
  /** Replaced and withdrawn ones too. */
  isWhole?: boolean | undefined;
  /** These alone. */
  ids?: readonly string[] | undefined;
  limit: number;
  offset?: number | undefined;
}

/** The last recorded first, with sources and campaigns as they are called today. */
export async function listSpend(
  tx: Tx,
  { from, to, ids, isWhole = false, limit, offset = 0 }: LedgerWish,
): Promise<LedgerEntry[]> {
  let query = tx.sql
    .selectFrom('spend')
    .leftJoin('spendBatch as batch', 'batch.id', 'spend.batchId')
    .select(['spend.id', 'spend.side', 'spend.source', 'spend.campaign', 'spend.note'])
    .select(['spend.fromDate as from', 'spend.toDate as to', 'spend.amountMinor', 'spend.currency'])
    .select(['spend.recordedAt', 'spend.recordedBy', 'spend.batchId as batch', 'batch.name as batchName'])
    .select('spend.withdrawnAt')
    .select((eb) => eb.case().when(isCounted(eb)).then(1).else(0).end().as('counted'));
  if (from !== undefined) query = query.where('spend.toDate', '>=', from);
  if (to !== undefined) query = query.where('spend.fromDate', '<=', to);
  if (ids !== undefined) query = query.where('spend.id', 'in', inList(tx.dialect, sql`${listOf(tx, ids)}`));
  if (!isWhole) query = query.where(isCounted);
  const rows = await query
    .orderBy('spend.recordedAt', 'desc')
    .orderBy('spend.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const names = await namesOf(tx, rows);
  return rows.map(({ amountMinor: minor, currency, counted, withdrawnAt, ...row }) => ({
    ...row,
    source: names.source(row.source),
    campaign: names.campaign(row),
    amount: { minor, currency },
    state: Number(counted) === 1 ? 'counted' : withdrawnAt === null ? 'replaced' : 'withdrawn',
  }));
}

/** How many there are to list. */
export async function countSpend(tx: Tx, { isWhole = false }: Pick<LedgerWish, 'isWhole'>): Promise<number> {
  const all = tx.sql.selectFrom('spend').select((eb) => eb.fn.countAll().as('count'));
  const row = await (isWhole ? all : all.where(isCounted)).executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** How many amounts of each batch are not taken back. */
export async function countByBatch(tx: Tx, batchIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.sql
    .selectFrom('spend')
    .select((eb) => ['batchId', eb.fn.countAll().as('count')] as const)
    .where('batchId', 'in', inList(tx.dialect, sql`${listOf(tx, batchIds)}`))
    .where('withdrawnAt', 'is', null)
    .groupBy('batchId')
    .execute();
  return new Map(rows.map(({ batchId, count }) => [batchId ?? '', Number(count)]));
}

export interface Withdrawal {
  at: number;
  by: string;
}

/** An amount with its corrections; a batch goes with the last of its amounts. False: there is none. */
export async function withdrawSpend(tx: Tx, id: string, withdrawal: Withdrawal): Promise<boolean> {
  assertTransaction(tx);
  const rows = await tx.sql
    .updateTable('spend')
    .set({ withdrawnAt: withdrawal.at, withdrawnBy: withdrawal.by })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returning('batchId')
    .execute();
  if (rows.length === 0) return false;
  const corrections = await withdrawCorrections(tx, sql`select ${id}`, withdrawal);
  await withdrawEmptyBatches(tx, [...rows, ...corrections], withdrawal);
  return true;
}

/** With all of its amounts and their corrections: what they replaced is counted again. False: there is none. */
export async function withdrawBatch(tx: Tx, id: string, withdrawal: Withdrawal): Promise<boolean> {
  assertTransaction(tx);
  const withdrawn = { withdrawnAt: withdrawal.at, withdrawnBy: withdrawal.by };
  const made = await tx.sql
    .updateTable('spendBatch')
    .set(withdrawn)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (made.numUpdatedRows === 0n) return false;
  await tx.sql
    .updateTable('spend')
    .set(withdrawn)
    .where('batchId', '=', id)
    .where('withdrawnAt', 'is', null)
    .execute();
  const corrections = await withdrawCorrections(
    tx,
    sql`select id from spend where batch_id = ${id}`,
    withdrawal,
  );
  await withdrawEmptyBatches(tx, corrections, withdrawal);
  return true;
}

interface OfBatch {
  batchId: string | null;
}

/** What was corrected was the same amount: without it there is nothing to correct. */
function withdrawCorrections(tx: Tx, ids: RawBuilder<unknown>, { at, by }: Withdrawal): Promise<OfBatch[]> {
  return tx.sql
    .updateTable('spend')
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where('withdrawnAt', 'is', null)
    .where('id', 'in', (eb) =>
      eb.selectFrom('spendCorrection').select('byId').where(sql<boolean>`spend_id in (${ids})`),
    )
    .returning('batchId')
    .execute();
}

async function withdrawEmptyBatches(
  tx: Tx,
  withdrawn: readonly OfBatch[],
  { at, by }: Withdrawal,
): Promise<void> {
  for (const id of new Set(withdrawn.flatMap(({ batchId }) => batchId ?? [])))
    await tx.sql
      .updateTable('spendBatch')
      .set({ withdrawnAt: at, withdrawnBy: by })
      .where('id', '=', id)
      .where('withdrawnAt', 'is', null)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('spend')
              .select('id')
              .whereRef('spend.batchId', '=', 'spendBatch.id')
              .where('spend.withdrawnAt', 'is', null),
          ),
        ),
      )
      .execute();
}
