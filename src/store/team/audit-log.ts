/** Append-only: there is no update and no delete. */
import { z } from 'zod';
import type { AuditEntry, AuditValue } from '../../domain/team/audit.ts';
import { fromJson, toJson } from '../columns.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

const SaidValueJson: z.ZodType<AuditValue> = z.union([
  z.string(),
  z.object({ people: z.array(z.string()) }),
  z.object({ channel: z.string() }),
  z.null(),
]);

export async function insertAuditEntries(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  assertTransaction(tx);
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    ...entry,
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
    before: fromJson(SaidValueJson, row.before),
    after: fromJson(SaidValueJson, row.after),
  }));
}
