/**
 * The ledger of spend: what was recorded stays, and is counted unless it was taken back or a batch has replaced it that was not. Which amounts a
 * batch replaces is settled when it comes in and kept, so that taking batches back, in any order, leaves what the others say.
 */
import { type ExpressionBuilder, sql } from 'kysely';
import type { Spend } from '../../domain/money/spend.ts';
import { inList, listOf } from '../prepared.ts';
import type { Schema } from '../schema.ts';
import { namesOf } from '../source/name-book.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

export interface SpendBatch {
  id: string;
  name: string | null;
  recordedAt: number;
  recordedBy: string;
}

export interface LedgerEntry extends Spend {
  id: string;
  batch: string | null;
  batchName: string | null;
  recordedAt: number;
  recordedBy: string;
  state: 'counted' | 'replaced' | 'withdrawn';
}

/** For a `where` of a query on spend. */
export function isCounted(eb: ExpressionBuilder<Schema, 'spend'>) {
  return eb.and([
    eb('spend.withdrawnAt', 'is', null),
    eb.not(
      eb.exists(
        eb
          .selectFrom('spendReplacement')
          .innerJoin('spendBatch', 'spendBatch.id', 'spendReplacement.batchId')
          .select(sql.lit(1).as('one'))
          .whereRef('spendReplacement.spendId', '=', 'spend.id')
          .where('spendBatch.withdrawnAt', 'is', null),
      ),
    ),
  ]);
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

export interface EarlierSpend {
  id: string;
  side: Spend['side'];
  nameKey: string | null;
  source: string | null;
  campaign: string | null;
  from: string;
  to: string;
  minor: number;
  currency: string;
  isCounted: boolean;
}

interface Earlier {
  nameKeys: readonly string[];
  from: string;
  to: string;
  /** Whose amounts are left out, for a batch replaces nothing of its own. */
  batch: string;
}

/** What other batches hold for these names and days, replaced or not, but for what was taken back. */
export async function findEarlier(tx: Tx, { nameKeys, from, to, batch }: Earlier): Promise<EarlierSpend[]> {
  const rows = await tx.sql
    .selectFrom('spend')
    .select(['id', 'side', 'nameKey', 'source', 'campaign', 'fromDate as from', 'toDate as to'])
    .select(['amountMinor as minor', 'currency'])
    .select((eb) =>
      eb
        .case()
        .when(
          eb.exists(
            eb
              .selectFrom('spendReplacement')
              .innerJoin('spendBatch', 'spendBatch.id', 'spendReplacement.batchId')
              .select(sql.lit(1).as('one'))
              .whereRef('spendReplacement.spendId', '=', 'spend.id')
              .where('spendBatch.withdrawnAt', 'is', null)
              .where('spendBatch.id', '!=', batch),
          ),
        )
        .then(0)
        .else(1)
        .end()
        .as('counted'),
    )
    .where((eb) =>
      eb.or([
        eb('nameKey', 'in', inList(tx.dialect, sql`${listOf(tx, nameKeys)}`)),
        eb('nameKey', 'is', null),
      ]),
    )
    .where('fromDate', '<=', to)
    .where('toDate', '>=', from)
    .where('withdrawnAt', 'is', null)
    .where((eb) => eb.or([eb('batchId', 'is', null), eb('batchId', '!=', batch)]))
    .orderBy('recordedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ counted, ...row }) => ({ ...row, isCounted: Number(counted) === 1 }));
}

const ROWS_AT_ONCE = 200;

export async function insertReplacements(
  tx: Tx,
  spendIds: readonly string[],
  batchId: string,
): Promise<void> {
  for (let from = 0; from < spendIds.length; from += ROWS_AT_ONCE)
    await tx.sql
      .insertInto('spendReplacement')
      .values(spendIds.slice(from, from + ROWS_AT_ONCE).map((spendId) => ({ spendId, batchId })))
      .onConflict((conflict) => conflict.columns(['spendId', 'batchId']).doNothing())
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
  const replaced = await tx.sql
    .selectFrom('spendReplacement as mine')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('mine.batchId', '=', batchId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('spendReplacement as other')
            .innerJoin('spendBatch', 'spendBatch.id', 'other.batchId')
            .select(sql.lit(1).as('one'))
            .whereRef('other.spendId', '=', 'mine.spendId')
            .where('other.batchId', '!=', batchId)
            .where('spendBatch.withdrawnAt', 'is', null),
        ),
      ),
    )
    .executeTakeFirst();
  return { rows: Number(rows?.count ?? 0), replaced: Number(replaced?.count ?? 0) };
}

/** One that said nothing new. */
export async function dropBatch(tx: Tx, batchId: string): Promise<void> {
  assertTransaction(tx);
  await tx.sql.deleteFrom('spendReplacement').where('batchId', '=', batchId).execute();
  await tx.sql.deleteFrom('spend').where('batchId', '=', batchId).execute();
  await tx.sql.deleteFrom('spendBatch').where('id', '=', batchId).execute();
}

export interface LedgerWish {
  from?: string | undefined;
  to?: string | undefined;
  /** Replaced and withdrawn ones too. */
  isWhole?: boolean | undefined;
  limit: number;
}

/** The last recorded first, with sources and campaigns as they are called today. */
export async function listSpend(
  tx: Tx,
  { from, to, isWhole = false, limit }: LedgerWish,
): Promise<LedgerEntry[]> {
  let query = tx.sql
    .selectFrom('spend')
    .leftJoin('spendBatch as batch', 'batch.id', 'spend.batchId')
    .select(['spend.id', 'spend.side', 'spend.source', 'spend.campaign'])
    .select(['spend.fromDate as from', 'spend.toDate as to', 'spend.amountMinor', 'spend.currency'])
    .select(['spend.recordedAt', 'spend.recordedBy', 'spend.batchId as batch', 'batch.name as batchName'])
    .select('spend.withdrawnAt')
    .select((eb) => eb.case().when(isCounted(eb)).then(1).else(0).end().as('counted'));
  if (from !== undefined) query = query.where('spend.toDate', '>=', from);
  if (to !== undefined) query = query.where('spend.fromDate', '<=', to);
  if (!isWhole) query = query.where(isCounted);
  const rows = await query
    .orderBy('spend.recordedAt', 'desc')
    .orderBy('spend.id', 'desc')
    .limit(limit)
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

export interface Withdrawal {
  at: number;
  by: string;
}

/** An amount; when it was the last one of its batch that was not taken back, the batch goes with it. False: there is none. */
export async function withdrawSpend(tx: Tx, id: string, { at, by }: Withdrawal): Promise<boolean> {
  assertTransaction(tx);
  const row = await tx.sql
    .updateTable('spend')
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returning('batchId')
    .executeTakeFirst();
  if (!row) return false;
  const { batchId } = row;
  if (batchId === null) return true;
  const left = await tx.sql
    .selectFrom('spend')
    .select('id')
    .where('batchId', '=', batchId)
    .where('withdrawnAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (!left) await withdrawBatch(tx, batchId, { at, by });
  return true;
}

/** With all of its amounts: what it replaced is counted again. False: there is none. */
export async function withdrawBatch(tx: Tx, id: string, { at, by }: Withdrawal): Promise<boolean> {
  assertTransaction(tx);
  const withdrawn = { withdrawnAt: at, withdrawnBy: by };
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
  return true;
}
