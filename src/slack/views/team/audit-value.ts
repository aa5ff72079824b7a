import type { AuditValue } from '../../../domain/team/audit.ts';
import { channelLink, escapeText, person } from '../kit/text.ts';

/** mrkdwn. */
export function auditValue(value: AuditValue): string {
  if (value === null) return 'not set';
  if (typeof value === 'string') return escapeText(value);
  if ('channel' in value) return channelLink(value.channel);
  return value.people.length > 0 ? value.people.map(person).join(', ') : 'nobody';
}
