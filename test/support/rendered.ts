import type { AnnouncementKind } from '../../src/domain/announcement.ts';
import { render } from '../../src/messages/index.ts';
import type { MessageView } from '../../src/slack/views/kit/message-view.ts';
import type { Tx } from '../../src/store/transaction.ts';

/** The message that an enqueued row would show now; null: nothing any more. */
export async function renderedMessage(
  tx: Tx,
  { kind, ref }: { kind: string; ref: string },
  now: number,
): Promise<MessageView | null> {
  const shown = await render(tx, { kind: kind as AnnouncementKind, ref }, now);
  return shown && 'text' in shown ? (shown as MessageView) : null;
}
