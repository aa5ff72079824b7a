/** Append-only: there is no update and no delete. */
import type { AuditEntry } from '../../domain/team/audit.ts';
import { fromJson, toJson } from '../columns.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { readSubject, ValueJson } from './audit-json.ts';

export async function insertAuditEntries(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  assertTransaction(tx);
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    ...entry,
    what: JSON.stringify(entry.what),
    before: toJson(entry.before),
    after: toJson(entry.after),
  }));
  await tx.sql.insertInto('auditLog').values(rows).execute();
}

/** Newest first. */
export async function listAuditEntries(tx: Tx, limit: number): Promise<AuditEntry[]> {
  const rows = await tx.sql
    .selectFrom('auditLog')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    what: readSubject(row.what),
    before: fromJson(ValueJson, row.before),
    after: fromJson(ValueJson, row.after),
  }));
}
