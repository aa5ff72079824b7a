import type { AuditChange } from '../../domain/team/audit.ts';
import type { PersonId } from '../../domain/team/people.ts';
import { insertAuditEntries } from '../../store/audit-log.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';

/** Writes changes into the audit log, in the transaction that makes them. */
export async function takeDownChange(
  ctx: Context,
  tx: Tx,
  { person, at, changes }: { person: PersonId; at: number; changes: readonly AuditChange[] },
): Promise<void> {
  const entries = changes.map((change) => ({ ...change, id: ctx.newId('audit'), at, person }));
  await insertAuditEntries(tx, entries);
}
