import type { Slack } from '../slack.ts';
import type { Message } from '../workspace/messages.ts';
import { announceMessage, publishMessage } from './publish-message.ts';

/** Gone; a parent with replies leaves a stone behind that keeps the thread together. */
export function deleteMessage(slack: Slack, message: Message): void {
  const { messages } = slack.workspace;
  const hasReplies = messages.replies(message.channel, message.ts).length > 0;
  if (hasReplies) messages.replace(message, tombstoneOf(message));
  else messages.remove(message);
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

function tombstoneOf({ channel, ts }: Message): Message {
  const text = 'This message was deleted.';
  const nothing = { blocks: [], fileIds: [], reactions: [] };
  return { channel, ts, user: 'USLACKBOT', text, subtype: 'tombstone', ...nothing };
}
