import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { notice } from '../../slack/views/team/notice.ts';
import { findTrouble } from '../../store/outbox/trouble.ts';
import type { Tx } from '../../store/transaction.ts';

/** `ref` is "manager/since/subject". Null when it was mended before the word went out. */
export async function renderNotice(tx: Tx, ref: string): Promise<MessageView | null> {
  const [, , ...subject] = ref.split('/');
  const trouble = await findTrouble(tx, subject.join('/'));
  return trouble && notice(trouble.sentence);
}
