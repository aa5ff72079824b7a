import type { Slack } from '../slack.ts';
import type { Message } from '../workspace/messages.ts';
import { announceMessage, publishMessage } from './publish-message.ts';

export function deleteMessage(slack: Slack, message: Message): void {
  slack.workspace.messages.remove(message);
  if (message.onlyFor !== undefined) {
    announceMessage(slack, message);
    return;
  }
  const ts = slack.workspace.newTs();
  publishMessage(slack, message, (gone) => ({
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    previous_message: gone,
    deleted_ts: message.ts,
    ts,
    event_ts: ts,
  }));
}
