import type { Slack } from '../slack.ts';
import type { Message } from '../workspace/messages.ts';
import { Refusal } from './refusal.ts';
import { visibleConversation } from './visible-conversation.ts';

/** A message on this person's screen: not gone, and not for somebody else's eyes only. */
export function visibleMessage(slack: Slack, user: string, place: { channel: string; ts: string }): Message {
  const { id } = visibleConversation(slack, user, place.channel);
  const message = slack.workspace.messages.find(id, place.ts);
  if (message === undefined || (message.onlyFor !== undefined && message.onlyFor !== user)) {
    throw new Refusal('message_not_found', 'The message is not there any more.');
  }
  return message;
}
