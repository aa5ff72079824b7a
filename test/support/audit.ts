import type { AuditEntry } from '../../src/domain/team/audit.ts';
import { sayAuditSubject, sayAuditValue } from '../../src/sentences/en/audit.ts';
import { MRKDWN } from '../../src/slack/views/kit/voice.ts';

/** An entry as the audit log shows it. */
export function inWords({ person, what, before, after }: AuditEntry) {
  const said = (value: AuditEntry['after']) => sayAuditValue(value, MRKDWN);
  return { person, what: sayAuditSubject(what), before: said(before), after: said(after) };
}
