import { context, section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';

/** What somebody should have read where they clicked, and may have: Slack did not say that it arrived. */
export function lateAnswer({ text }: { text: string }): MessageView {
  return { text, blocks: [section(text), context('Slack did not take this answer at first.')] };
}
