/** The rows of files that people brought. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import {
  type BroughtFile,
  type BroughtFileId,
  FileLook,
  FileOutcome,
  type FileState,
  FileWish,
  type SheetWatchId,
} from '../../domain/brought-file/brought-file.ts';
import type { ImportId } from '../../domain/import/import.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { fromJson, textJson, toJson } from '../columns.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import type { BroughtFileRow } from './brought-file-row.ts';

/** Slack tells of a message more than once: false where the file is known. */
export async function insertBroughtFile(tx: Tx, file: BroughtFile): Promise<boolean> {
  assertTransaction(tx);
  const row = {
    ...file,
    wish: toJson(file.wish),
    look: null,
    outcome: null,
    importIds: toJson(file.importIds),
  };
  const inserted = await tx.sql
    .insertInto('broughtFile')
    .values(row)
    .onConflict((conflict) => conflict.columns(['channel', 'ts', 'fileId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  tx.wake('files');
  return inserted !== undefined;
}

export async function findBroughtFile(tx: Tx, id: BroughtFileId): Promise<BroughtFile | null> {
  const row = await tx.sql.selectFrom('broughtFile').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Until the end of the transaction nobody else decides about it. */
export async function lockBroughtFile(tx: Tx, id: BroughtFileId): Promise<BroughtFile | null> {
  assertTransaction(tx);
  const query = tx.sql.selectFrom('broughtFile').selectAll().where('id', '=', id);
  const row = await (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The same bytes, imported before; the latest. */
export async function findSameFile(
  tx: Tx,
  { id, hash }: { id: BroughtFileId; hash: string },
): Promise<{ createdAt: number; person: PersonId } | null> {
  const row = await tx.sql
    .selectFrom('broughtFile')
    .select(['createdAt', 'person'])
    .where('hash', '=', hash)
    .where('state', '=', 'done')
    .where('id', '!=', id)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

export type FileChanges = Partial<
  Pick<
    BroughtFile,
    | 'name'
    | 'state'
    | 'wish'
    | 'look'
    | 'hash'
    | 'problem'
    | 'rowsDone'
    | 'watchId'
    | 'importIds'
    | 'outcome'
    | 'attempts'
    | 'nextAttemptAt'
  >
>;

export async function updateBroughtFile(tx: Tx, id: BroughtFileId, changes: FileChanges): Promise<void> {
  assertTransaction(tx);
  const { wish, look, outcome, importIds, ...rest } = changes;
  const row = {
    ...rest,
    ...(importIds && { importIds: toJson(importIds) }),
    ...(wish && { wish: toJson(wish) }),
    ...(look !== undefined && { look: look && toJson(look) }),
    ...(outcome !== undefined && { outcome: outcome && toJson(outcome) }),
  };
  await tx.sql.updateTable('broughtFile').set(row).where('id', '=', id).execute();
  tx.wake('files');
}

/** In these it is our turn. */
const AT_WORK: readonly FileState[] = ['waiting', 'asked', 'undo_asked'];

interface LeaseRequest {
  now: number;
  /** Until then nobody else takes it, and from then on whoever comes: the worker that leased it has died. */
  leaseUntil: number;
}

/** The one that has waited longest for us to look at it or to import it. */
export async function leaseBroughtFile(
  tx: Tx,
  { now, leaseUntil }: LeaseRequest,
): Promise<BroughtFile | null> {
  assertTransaction(tx);
  const due = tx.sql
    .selectFrom('broughtFile')
    .select('id')
    .where('state', 'in', AT_WORK)
    .where('nextAttemptAt', '<=', now)
    .orderBy('nextAttemptAt')
    .limit(1);
  const row = await tx.sql
    .updateTable('broughtFile')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), nextAttemptAt: leaseUntil }))
    .where('id', 'in', tx.dialect === 'postgres' ? due.forUpdate().skipLocked() : due)
    .returningAll()
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Nobody is working on any. */
export async function endFileLeases(tx: Tx, now: number): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .updateTable('broughtFile')
    .set({ nextAttemptAt: now })
    .where('state', 'in', AT_WORK)
    .where('nextAttemptAt', '>', now)
    .execute();
}

/** What was told of a sheet that is looked at every day, the latest first. */
export async function listFilesOfWatch(tx: Tx, watchId: SheetWatchId, limit: number): Promise<BroughtFile[]> {
  const rows = await tx.sql
    .selectFrom('broughtFile')
    .selectAll()
    .where('watchId', '=', watchId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Those that were brought long ago. Of a sheet that is still looked at the last one stays: there that is ended. */
export async function deleteOldFiles(tx: Tx, before: number): Promise<void> {
  assertTransaction(tx);
  const lastOfWatches = tx.sql
    .selectFrom('broughtFile')
    .innerJoin('sheetWatch', 'sheetWatch.id', 'broughtFile.watchId')
    .where('sheetWatch.endedAt', 'is', null)
    .groupBy('watchId')
    .select((eb) => eb.fn.max('broughtFile.id').as('id'));
  await tx.sql
    .deleteFrom('broughtFile')
    .where('createdAt', '<', before)
    .where('id', 'not in', lastOfWatches)
    .execute();
}

export async function deleteBroughtFile(tx: Tx, id: BroughtFileId): Promise<void> {
  assertTransaction(tx);
  await tx.sql.deleteFrom('broughtFile').where('id', '=', id).execute();
}

const ImportIds = z.array(textJson<ImportId>());

function fromRow(row: Selectable<BroughtFileRow>): BroughtFile {
  return {
    ...row,
    importIds: fromJson(ImportIds, row.importIds),
    wish: fromJson(FileWish, row.wish),
    look: row.look === null ? null : fromJson(FileLook, row.look),
    outcome: row.outcome === null ? null : fromJson(FileOutcome, row.outcome),
  };
}
