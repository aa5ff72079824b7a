import type { AuditChange, FormDeed } from '../../domain/team/audit.ts';
import type { WebForm } from '../../domain/web-form/web-form.ts';
import { recordAudit } from '../team/record-audit.ts';
import type { Work } from '../work.ts';

interface Deed extends Pick<AuditChange, 'before' | 'after'> {
  did: FormDeed;
}

/** What was done to a form, in the audit log. */
export function recordDeed(
  work: Work,
  { name }: Pick<WebForm, 'name'>,
  { did, ...values }: Deed,
): Promise<void> {
  return recordAudit(work, work.by, [{ what: { code: 'web_form', did, name }, ...values }]);
}
