import type { JsonObject } from '../json.ts';
import type { Slack } from '../slack.ts';
import { channelType } from '../wire/conversation-json.ts';
import { messageJson } from '../wire/message-json.ts';
import type { Message } from '../workspace/messages.ts';

const SUBSCRIPTIONS = { channel: 'message.channels', group: 'message.groups', im: 'message.im' } as const;

/** Lets the page and, where it is a member, the bot know of a message; `wrap` makes it a change or a deletion. */
export function publishMessage(
  slack: Slack,
  message: Message,
  wrap: (message: JsonObject) => JsonObject = (plain) => plain,
): void {
  announceMessage(slack, message);
  const conversation = slack.workspace.conversations.find(message.channel);
  const isHeard = conversation?.members.has(slack.workspace.app.botUserId) === true;
  if (conversation === undefined || !isHeard || message.onlyFor !== undefined) return;
  const type = channelType(conversation);
  const json = messageJson(slack.workspace, message, { baseUrl: slack.baseUrl() });
  const event = wrap({ ...json, event_ts: message.ts });
  slack.events.publish(SUBSCRIPTIONS[type], { ...event, channel: message.channel, channel_type: type });
}

/** The page alone: for what Slack tells nobody else. */
export function announceMessage({ changes }: Slack, { channel, threadTs }: Message): void {
  changes.announce({ kind: 'messages', channel, ...(threadTs === undefined ? {} : { thread: threadTs }) });
}
