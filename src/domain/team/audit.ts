/**
 * The audit log: what people have changed about how the team works — settings, reject reasons, the definition of "qualified" — with who,
 * when, and what it was before. Nothing is ever taken out of it.
 *
 * Values are kept as they were said at the time, so that an old entry can be read whatever has become of the setting since.
 * Shown by slack/views/settings/audit-log-modal. Stored by store/audit-log.
 */
import type { PersonId } from './actor.ts';

/** Plain text, or who or where; null: nothing was there. */
export type AuditValue = string | { people: string[] } | { channel: string } | null;

export interface AuditChange {
  /** What it is called where people see it: "Promise to claim, hot". */
  what: string;
  before: AuditValue;
  after: AuditValue;
}

export interface AuditEntry extends AuditChange {
  id: string;
  at: number;
  person: PersonId;
}
