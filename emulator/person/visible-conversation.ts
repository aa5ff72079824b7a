import type { Slack } from '../slack.ts';
import type { Conversation } from '../workspace/conversations.ts';
import { Refusal } from './refusal.ts';

/** A conversation this person can see. */
export function visibleConversation({ workspace }: Slack, user: string, channel: string): Conversation {
  const conversation = workspace.conversations.find(channel);
  const isHidden = conversation?.kind !== 'channel' && conversation?.members.has(user) !== true;
  if (conversation === undefined || isHidden) {
    throw new Refusal('channel_not_found', `There is no channel ${channel} that ${user} can see.`);
  }
  return conversation;
}
