import type { PersonId } from '../../domain/team/actor.ts';
import type { AuditChange } from '../../domain/team/audit.ts';
import { insertAuditEntries } from '../../store/team/audit-log.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';

/** Writes changes into the audit log, in the transaction that makes them. */
export async function recordAudit(
  ctx: Context,
  tx: Tx,
  { person, at, changes }: { person: PersonId; at: number; changes: readonly AuditChange[] },
): Promise<void> {
  const entries = changes.map((change) => ({ ...change, id: ctx.newId('audit'), at, person }));
  await insertAuditEntries(tx, entries);
}
