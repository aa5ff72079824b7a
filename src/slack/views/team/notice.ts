import { section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';

/** A word to a manager about something that only a person can mend. The sentence is mrkdwn of ours. */
export function notice(sentence: string): MessageView {
  return { text: sentence, blocks: [section(`:warning: ${sentence}`)] };
}
