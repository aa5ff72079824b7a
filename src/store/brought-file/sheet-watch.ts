/** The rows of sheets that are looked at every day. */
import type { Selectable } from 'kysely';
import { FileWish, type SheetWatchId } from '../../domain/brought-file/brought-file.ts';
import type { SheetWatch } from '../../domain/brought-file/sheet-watch.ts';
import { fromJson, toJson } from '../columns.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import type { SheetWatchRow } from './brought-file-row.ts';

export async function insertSheetWatch(tx: Tx, watch: SheetWatch): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .insertInto('sheetWatch')
    .values({ ...watch, wish: toJson(watch.wish) })
    .execute();
}

export async function findSheetWatch(tx: Tx, id: SheetWatchId): Promise<SheetWatch | null> {
  const row = await tx.sql.selectFrom('sheetWatch').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The longest due first. */
export async function listDueWatches(tx: Tx, now: number): Promise<SheetWatchId[]> {
  const rows = await tx.sql
    .selectFrom('sheetWatch')
    .select('id')
    .where('endedAt', 'is', null)
    .where('nextAt', '<=', now)
    .orderBy('nextAt')
    .execute();
  return rows.map(({ id }) => id);
}

/** Until the end of the transaction nobody else looks at it or ends it. */
export async function lockSheetWatch(tx: Tx, id: SheetWatchId): Promise<SheetWatch | null> {
  assertTransaction(tx);
  const query = tx.sql.selectFrom('sheetWatch').selectAll().where('id', '=', id);
  const row = await (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function updateSheetWatch(
  tx: Tx,
  id: SheetWatchId,
  { wish, ...changes }: Partial<Pick<SheetWatch, 'wish' | 'nextAt' | 'endedAt'>>,
): Promise<void> {
  assertTransaction(tx);
  const row = { ...changes, ...(wish && { wish: toJson(wish) }) };
  await tx.sql.updateTable('sheetWatch').set(row).where('id', '=', id).execute();
}

function fromRow(row: Selectable<SheetWatchRow>): SheetWatch {
  return { ...row, wish: fromJson(FileWish, row.wish) };
}
