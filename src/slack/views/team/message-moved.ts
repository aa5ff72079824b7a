import { context } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { channelLink } from '../kit/text.ts';

/** In place of a message that was posted again in another channel. It names nobody: whoever reads the new one may not be who reads this. */
export function messageMoved(channel: string): MessageView {
  const sentence = `This has moved to ${channelLink(channel)}.`;
  return { text: sentence, blocks: [context(sentence)] };
}
