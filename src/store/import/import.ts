/** The rows of imports: what each was, what it made, what it refused. */
import { z } from 'zod';
import type { Import, ImportCounts, ImportId, RefusedRow } from '../../domain/import/import.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { fromJson, toJson } from '../columns.ts';
import { preparedInsert } from '../prepared.ts';
import type { Schema } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

export async function insertImport(tx: Tx, begun: Import, wish: unknown): Promise<void> {
  assertTransaction(tx);
  const row = { ...begun, wish: toJson(wish), plan: null, place: null };
  await tx.sql.insertInto('import').values(row).execute();
}

export async function updateImport(
  tx: Tx,
  id: ImportId,
  changes: Partial<Pick<Import, keyof ImportCounts | 'state' | 'endedAt' | 'undoneAt' | 'undoneBy'>>,
): Promise<void> {
  assertTransaction(tx);
  await tx.sql.updateTable('import').set(changes).where('id', '=', id).execute();
}

const COLUMNS = [
  ...(['id', 'noun', 'fileName', 'begunBy', 'begunAt', 'state', 'rowsInAll', 'rowsDone'] as const),
  ...(['taken', 'unchanged', 'refused', 'endedAt', 'undoneAt', 'undoneBy'] as const),
];

export async function findImport(tx: Tx, id: ImportId): Promise<Import | null> {
  const query = tx.sql.selectFrom('import').select(COLUMNS).where('id', '=', id);
  return (await query.executeTakeFirst()) ?? null;
}

/** The last begun first. */
export function listImports(tx: Tx, limit: number): Promise<Import[]> {
  return tx.sql
    .selectFrom('import')
    .select(COLUMNS)
    .orderBy('begunAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** What an import brought: a lead, or a move of one. */
export interface Made {
  leadId: LeadId;
  /** Null: the lead itself. */
  eventId: string | null;
}

export async function insertMade(tx: Tx, importId: ImportId, made: readonly Made[]): Promise<void> {
  assertTransaction(tx);
  await insertMadeRows(
    tx,
    made.map(({ leadId, eventId }) => ({ importId, leadId, eventId: eventId ?? '', goneAt: null })),
  );
}

const insertMadeRows = preparedInsert<'importMade', Schema['importMade']>(null, ({ sql, rows }) =>
  sql.insertInto('importMade').values(rows),
);

/** Which of these leads the import has brought. */
export async function findBrought(
  tx: Tx,
  importId: ImportId,
  leadIds: readonly LeadId[],
): Promise<Set<LeadId>> {
  if (leadIds.length === 0) return new Set();
  const rows = await tx.sql
    .selectFrom('importMade')
    .select('leadId')
    .where('importId', '=', importId)
    .where('leadId', 'in', [...new Set(leadIds)])
    .where('eventId', '=', '')
    .execute();
  return new Set(rows.map(({ leadId }) => leadId));
}

/** What files of deals made of a lead, by the ids of the events. */
export async function findMovesOfDeals(tx: Tx, leadId: LeadId): Promise<Set<string>> {
  const rows = await tx.sql
    .selectFrom('import')
    .innerJoin('importMade', 'importMade.importId', 'import.id')
    .select('importMade.eventId')
    .where('importMade.leadId', '=', leadId)
    .where('import.noun', '=', 'outcomes')
    .execute();
  return new Set(rows.map(({ eventId }) => eventId));
}

/** Those that are still there, in the order of the leads, after this one: of each the last move first, and the lead itself behind its moves. */
export async function listMade(
  tx: Tx,
  importId: ImportId,
  { after, limit }: { after: Made | null; limit: number },
): Promise<Made[]> {
  let query = tx.sql
    .selectFrom('importMade')
    .select(['leadId', 'eventId'])
    .where('importId', '=', importId)
    .where('goneAt', 'is', null);
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('leadId', '>', after.leadId),
        eb.and([eb('leadId', '=', after.leadId), eb('eventId', '<', after.eventId ?? '')]),
      ]),
    );
  const rows = await query.orderBy('leadId').orderBy('eventId', 'desc').limit(limit).execute();
  return rows.map(({ leadId, eventId }) => ({ leadId, eventId: eventId || null }));
}

/** Leads: of which all is gone that the import made of them, and the others. */
export async function countMade(tx: Tx, importId: ImportId): Promise<{ gone: number; left: number }> {
  const made = tx.sql.selectFrom('importMade').where('importId', '=', importId);
  const count = async (query: typeof made) => {
    const row = await query.select((eb) => eb.fn.count('leadId').distinct().as('leads')).executeTakeFirst();
    return Number(row?.leads ?? 0);
  };
  const left = await count(made.where('goneAt', 'is', null));
  return { gone: (await count(made)) - left, left };
}

export async function updateMadeGone(
  tx: Tx,
  importId: ImportId,
  { leadId, eventId, at }: Made & { at: number },
): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .updateTable('importMade')
    .set({ goneAt: at })
    .where('importId', '=', importId)
    .where('leadId', '=', leadId)
    .where('eventId', '=', eventId ?? '')
    .execute();
}

/** With which import a lead went that is no more. */
export async function findImportOfGone(tx: Tx, leadId: LeadId): Promise<Import | null> {
  const row = await tx.sql
    .selectFrom('importMade')
    .select('importId')
    .where('leadId', '=', leadId)
    .where('goneAt', 'is not', null)
    .where('eventId', '=', '')
    .executeTakeFirst();
  return row ? findImport(tx, row.importId) : null;
}

/** A row that an import which goes on refuses again is the same one. */
export async function insertRefusals(tx: Tx, importId: ImportId, rows: readonly RefusedRow[]): Promise<void> {
  assertTransaction(tx);
  await insertRefusalRows(
    tx,
    rows.map(({ line, column, reason, cells }) => ({
      ...{ importId, line, columnName: column, reason },
      cells: toJson([...cells]),
    })),
  );
}

const insertRefusalRows = preparedInsert<'importRefusal', Schema['importRefusal']>(null, ({ sql, rows }) =>
  sql
    .insertInto('importRefusal')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['importId', 'line']).doNothing()),
);

/** In the order of the file, after this line. */
export async function listRefusals(
  tx: Tx,
  importId: ImportId,
  { after, limit }: { after: number; limit: number },
): Promise<RefusedRow[]> {
  const rows = await tx.sql
    .selectFrom('importRefusal')
    .select(['line', 'columnName', 'reason', 'cells'])
    .where('importId', '=', importId)
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
    .execute();
  return rows.map(({ line, columnName: column, reason, cells }) => ({
    ...{ line, column, reason },
    cells: fromJson(CellsJson, cells),
  }));
}

const CellsJson = z.array(z.string());

/** As the file called its columns. */
export async function findHeader(tx: Tx, id: ImportId): Promise<string[]> {
  const row = await tx.sql.selectFrom('import').select('wish').where('id', '=', id).executeTakeFirst();
  return row ? fromJson(HeaderJson, row.wish as never).header : [];
}

const HeaderJson = z.object({ header: CellsJson.default([]) });
