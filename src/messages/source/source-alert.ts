import type { RefOf } from '../../domain/announcement.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { sourceAlert } from '../../slack/views/source/source-alert.ts';
import { findSourceAlert } from '../../store/source/alert.ts';
import { findSource } from '../../store/source/source.ts';
import type { Reading } from '../reading.ts';

export async function renderSourceAlert(
  { tx }: Reading,
  { alertId }: RefOf<'source_alert'>,
): Promise<MessageView | null> {
  const alert = await findSourceAlert(tx, alertId);
  const source = alert && (await findSource(tx, alert.sourceId));
  return source && sourceAlert({ alert, source: source.name });
}
