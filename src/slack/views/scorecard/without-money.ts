import { context } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';

/** A scorecard whose amounts were left out says so: "–" would otherwise mean that nothing was spent. */
export function withoutMoney(view: MessageView): MessageView {
  const note =
    'Amounts are left out, since this channel is shared with another company. Members find them with `/scorecard`.';
  return { ...view, blocks: [...view.blocks, context(note)] };
}
