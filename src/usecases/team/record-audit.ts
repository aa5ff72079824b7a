import type { Actor } from '../../domain/team/actor.ts';
import type { AuditChange } from '../../domain/team/audit.ts';
import { insertAuditEntries } from '../../store/team/audit-log.ts';
import type { Work } from '../work.ts';

/** Writes changes into the audit log, in the transaction that makes them. */
export async function recordAudit(work: Work, person: Actor, changes: readonly AuditChange[]): Promise<void> {
  const { tx, now, newId } = work;
  await work.keepGesture();
  const entries = changes.map((change) => ({ ...change, id: newId('audit'), at: now, person }));
  await insertAuditEntries(tx, entries);
}
