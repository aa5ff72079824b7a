import type { RefOf } from '../../domain/announcement.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { lateAnswer } from '../../slack/views/team/late-answer.ts';
import { findPrivateAnswer } from '../../store/delivery/private-answer.ts';
import type { Reading } from '../reading.ts';

export async function renderPrivateAnswer(
  { tx }: Reading,
  { answerId }: RefOf<'private_answer'>,
): Promise<MessageView | null> {
  const answer = await findPrivateAnswer(tx, answerId);
  return answer && lateAnswer(answer);
}
