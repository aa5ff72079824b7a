import type { Slack } from '../slack.ts';
import type { Conversation } from '../workspace/conversations.ts';

const LETTER = { channel: 'C', private: 'G', im: 'D' } as const;

/** Somebody joins; the bot hears of it where it is a member itself, its own arrival included. */
export function joinConversation(slack: Slack, conversation: Conversation, user: string): void {
  if (conversation.members.has(user)) return;
  conversation.members.add(user);
  slack.changes.announce({ kind: 'workspace' });
  if (!conversation.members.has(slack.workspace.app.botUserId)) return;
  slack.events.publish('member_joined_channel', {
    type: 'member_joined_channel',
    user,
    channel: conversation.id,
    channel_type: LETTER[conversation.kind],
    team: slack.workspace.team.id,
    event_ts: slack.workspace.newTs(),
  });
}

/** Somebody leaves or is removed; the bot hears only of its own going. */
export function leaveConversation(slack: Slack, conversation: Conversation, user: string): void {
  if (!conversation.members.delete(user)) return;
  slack.changes.announce({ kind: 'workspace' });
  if (user !== slack.workspace.app.botUserId) return;
  const type = conversation.kind === 'private' ? 'group_left' : 'channel_left';
  slack.events.publish(type, { type, channel: conversation.id, event_ts: slack.workspace.newTs() });
}
