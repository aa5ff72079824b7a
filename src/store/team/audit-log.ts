/** Append-only: there is no update and no delete. */
import { z } from 'zod';
import type { PersonId } from '../../domain/team/actor.ts';
import type { AuditEntry, AuditValue } from '../../domain/team/audit.ts';
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
  const rows = entries.map(({ before, after, ...entry }) => ({
    ...entry,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
  }));
  await tx.sql.insertInto('audit_log').values(rows).execute();
}

/** Newest first. */
export async function listAuditEntries(tx: Tx, limit: number): Promise<AuditEntry[]> {
  const rows = await tx.sql
    .selectFrom('audit_log')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ before, after, person, ...row }) => ({
    ...row,
    person: person as PersonId,
    before: SaidValueJson.parse(JSON.parse(before)),
    after: SaidValueJson.parse(JSON.parse(after)),
  }));
}
