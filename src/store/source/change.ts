/** What people change about sources and campaigns, row by row, so that it can be taken back as one. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../domain/team/actor.ts';
import type { AuditChange } from '../../domain/team/audit.ts';
import { readSubject, ValueJson } from '../team/audit-json.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import type { SourceChangeRow } from './source-row.ts';

/** Until the end of the transaction nobody else changes one. */
export async function lockSources(tx: Tx): Promise<void> {
  assertTransaction(tx);
  if (tx.dialect === 'postgres') await sql`select pg_advisory_xact_lock(hashtext('sources'))`.execute(tx.sql);
}

type Row = Record<string, string | number | null>;

const RowJson: z.ZodType<Row> = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

const TABLES = [
  'source',
  'sourceSpelling',
  'campaign',
  'campaignSpelling',
  'sourceGuess',
  'sourceApart',
] as const;
type Table = (typeof TABLES)[number];

/** Null before: it was made; null after: it was deleted. */
export interface Patch {
  table: Table;
  key: Row;
  before: Row | null;
  after: Row | null;
}

const PatchesJson = z.array(
  z.object({ table: z.enum(TABLES), key: RowJson, before: RowJson.nullable(), after: RowJson.nullable() }),
);

/** The row as it was and as it is; null: nothing is other than it was. `row` null deletes it. */
export async function patchRow(tx: Tx, table: Table, key: Row, row: Row | null): Promise<Patch | null> {
  assertTransaction(tx);
  const before = await readRow(tx, table, key);
  const after = row && { ...before, ...key, ...row };
  if (isSame(before, after)) return null;
  await writeRow(tx, { table, key, before, after });
  return { table, key, before, after: await readRow(tx, table, key) };
}

/** False: something of it is not as this change has left it. Then nothing is written. */
export async function undoPatches(tx: Tx, patches: readonly Patch[]): Promise<boolean> {
  for (const { table, key, after } of patches)
    if (!isSame(await readRow(tx, table, key), after)) return false;
  for (const { table, key, before, after } of [...patches].reverse())
    await writeRow(tx, { table, key, before: after, after: before });
  return true;
}

function isSame(one: Row | null, other: Row | null): boolean {
  const sorted = (row: Row | null) => row && Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

async function readRow(tx: Tx, table: Table, key: Row): Promise<Row | null> {
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${matches(key)}`.execute(tx.sql);
  return rows[0] ?? null;
}

async function writeRow(tx: Tx, { table, key, before, after }: Patch): Promise<void> {
  const name = sql.table(table);
  if (after === null) await sql`delete from ${name} where ${matches(key)}`.execute(tx.sql);
  else if (before === null) {
    const columns = sql.join(Object.keys(after).map((column) => sql.ref(column)));
    const values = sql.join(Object.values(after).map((value) => sql`${value}`));
    await sql`insert into ${name} (${columns}) values (${values})`.execute(tx.sql);
  } else {
    const changes = Object.entries(after).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
    await sql`update ${name} set ${sql.join(changes)} where ${matches(key)}`.execute(tx.sql);
  }
}

function matches(key: Row) {
  const parts = Object.entries(key).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  return sql.join(parts, sql` and `);
}

export interface SourceChange {
  id: string;
  at: number;
  by: Actor;
  what: AuditChange[];
  patches: Patch[];
}

const WhatJson = z.array(z.object({ what: z.string(), before: ValueJson, after: ValueJson }));

export async function insertSourceChange(
  tx: Tx,
  { by, what, patches, ...change }: SourceChange,
): Promise<void> {
  assertTransaction(tx);
  const said = what.map((each) => ({ ...each, what: JSON.stringify(each.what) }));
  const row = { ...change, person: by, what: JSON.stringify(said), patches: JSON.stringify(patches) };
  await tx.sql
    .insertInto('sourceChange')
    .values({ ...row, undoneAt: null, undoneBy: null })
    .execute();
}

export async function findSourceChange(
  tx: Tx,
  id: string,
): Promise<(SourceChange & { isUndone: boolean }) | null> {
  const row = await tx.sql.selectFrom('sourceChange').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? changeFromRow(row) : null;
}

/** Those that stand, the last first. */
export async function listSourceChanges(tx: Tx, limit: number): Promise<SourceChange[]> {
  const rows = await tx.sql
    .selectFrom('sourceChange')
    .selectAll()
    .where('undoneAt', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(changeFromRow);
}

function changeFromRow(row: SourceChangeRow) {
  const what = WhatJson.parse(JSON.parse(row.what)).map((each) => ({
    ...each,
    what: readSubject(each.what),
  }));
  const patches = PatchesJson.parse(JSON.parse(row.patches));
  return { id: row.id, at: row.at, by: row.person, what, patches, isUndone: row.undoneAt !== null };
}

export async function recordUndone(tx: Tx, id: string, { by, at }: { by: Actor; at: number }): Promise<void> {
  assertTransaction(tx);
  await tx.sql.updateTable('sourceChange').set({ undoneAt: at, undoneBy: by }).where('id', '=', id).execute();
}
