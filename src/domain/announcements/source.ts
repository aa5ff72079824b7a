/** What is announced of sources. */
import { type Announcement, announcement } from '../announcement.ts';
import type { SourceAlert } from '../source/source-alert.ts';

/** Once, to whoever has it; null: there is nobody to tell. */
export function sourceAlertDm({ id, told }: Pick<SourceAlert, 'id' | 'told'>): Announcement | null {
  return told === null ? null : announcement('source_alert', { alertId: id }, { target: told });
}
