import type { JsonObject } from '../json.ts';
import type { Slack } from '../slack.ts';
import { messageJson } from '../wire/message-json.ts';
import { withIds } from '../workspace/blocks.ts';
import type { Message } from '../workspace/messages.ts';
import { publishMessage } from './publish-message.ts';

export interface Edit {
  text: string;
  /** Left out, the blocks go. */
  blocks?: unknown;
  /** Left out, it stays. */
  metadata?: JsonObject;
  by: string;
}

export function editMessage(slack: Slack, message: Message, edit: Edit): void {
  const previous = messageJson(slack.workspace, message, { baseUrl: slack.baseUrl() });
  const ts = slack.workspace.newTs();
  message.text = edit.text;
  message.blocks = withIds(edit.blocks, slack.newId);
  if (edit.metadata !== undefined) message.metadata = edit.metadata;
  message.edited = { user: edit.by, ts };
  publishMessage(slack, message, (changed) => ({
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: changed,
    previous_message: previous,
    ts,
    event_ts: ts,
  }));
}
