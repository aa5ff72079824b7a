import type { Slack } from '../slack.ts';
import type { Conversation } from '../workspace/conversations.ts';

/** Archive, bring back, rename or delete a channel; the bot hears of those it may see. */
export function archiveConversation(slack: Slack, conversation: Conversation, isArchived: boolean): void {
  conversation.isArchived = isArchived;
  tell(slack, conversation, isArchived ? 'archive' : 'unarchive', conversation.id);
}

export function renameConversation(slack: Slack, conversation: Conversation, name: string): void {
  conversation.name = name;
  const { id, created } = conversation;
  tell(slack, conversation, 'rename', { id, name, created: Math.floor(created / 1000) });
}

export function deleteConversation(slack: Slack, conversation: Conversation): void {
  slack.workspace.conversations.remove(conversation.id);
  tell(slack, conversation, 'deleted', conversation.id);
}

function tell(slack: Slack, conversation: Conversation, what: string, channel: unknown): void {
  slack.changes.announce({ kind: 'workspace' });
  const isPrivate = conversation.kind === 'private';
  if (isPrivate && !conversation.members.has(slack.workspace.app.botUserId)) return;
  const type = `${isPrivate ? 'group' : 'channel'}_${what}`;
  slack.events.publish(type, { type, channel, event_ts: slack.workspace.newTs() });
}
