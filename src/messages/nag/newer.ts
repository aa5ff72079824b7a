import type { MessageKey } from '../../domain/announcement.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { continued } from '../../slack/views/nag/nag-posts.ts';
import { findAnnounced } from '../../store/outbox/enqueue.ts';
import { findPostedMessage } from '../../store/outbox/posted-message.ts';
import type { TeamReading } from '../reading.ts';

interface Days {
  /** The message of the day that is drawn. */
  key: MessageKey;
  /** That of today. */
  today: MessageKey;
  /** Null: there is nothing to say. */
  draw: () => Promise<MessageView | null>;
  /** Once there is nothing left of what was posted. */
  over: () => MessageView;
}

/** A message of the day, until there is a newer one: then it says so. What was not posted need not be any more. */
export async function ofDay(
  { tx }: TeamReading,
  { key, today, draw, over }: Days,
): Promise<MessageView | null> {
  const isPosted = (await findPostedMessage(tx, key)) !== null;
  if (key !== today && (await findAnnounced(tx, [today]))) return isPosted ? continued() : null;
  return (await draw()) ?? (isPosted ? over() : null);
}
