import type { RefOf } from '../../domain/announcement.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { messageMoved } from '../../slack/views/team/message-moved.ts';
import { findPostedMessage } from '../../store/outbox/posted-message.ts';
import type { Reading } from '../reading.ts';

/** Null while nobody knows where it is now. */
export async function renderMessageMoved(
  { tx }: Reading,
  { key }: RefOf<'message_moved'>,
): Promise<MessageView | null> {
  const message = await findPostedMessage(tx, key);
  return message && messageMoved(message.channel);
}
