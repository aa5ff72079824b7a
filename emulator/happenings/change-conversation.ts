import type { JsonObject } from '../json.ts';
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

/**
 * What stands in it stands there still, under the new id (docs.slack.dev/reference/events/channel_id_changed). The old one is known no longer.
 */
export function changeConversationId(slack: Slack, conversation: Conversation, id: string): void {
  const { id: old } = conversation;
  const { conversations, messages } = slack.workspace;
  conversations.remove(old);
  conversation.id = id;
  conversations.keep(conversation);
  messages.rename(old, id);
  const told = { old_channel_id: old, new_channel_id: id };
  publish(slack, conversation, { type: 'channel_id_changed', ...told });
}

export function deleteConversation(slack: Slack, conversation: Conversation): void {
  slack.workspace.conversations.remove(conversation.id);
  tell(slack, conversation, 'deleted', conversation.id);
}

/**
 * Another company joins a channel, or leaves it: `channel_shared` and `channel_unshared` are sent for public and private channels alike
 * (docs.slack.dev/reference/events/channel_shared, channel_unshared).
 */
export function shareConversation(slack: Slack, conversation: Conversation, team: string): void {
  conversation.sharedWith.add(team);
  const { id: channel } = conversation;
  publish(slack, conversation, { type: 'channel_shared', connected_team_id: team, channel });
}

export function unshareConversation(slack: Slack, conversation: Conversation, team: string): void {
  conversation.sharedWith.delete(team);
  const told = { previously_connected_team_id: team, is_ext_shared: conversation.sharedWith.size > 0 };
  publish(slack, conversation, { type: 'channel_unshared', ...told, channel: conversation.id });
}

function publish(slack: Slack, { kind, members }: Conversation, event: JsonObject & { type: string }): void {
  slack.changes.announce({ kind: 'workspace' });
  if (kind === 'private' && !members.has(slack.workspace.app.botUserId)) return;
  slack.events.publish(event.type, { ...event, event_ts: slack.workspace.newTs() });
}

function tell(slack: Slack, conversation: Conversation, what: string, channel: unknown): void {
  slack.changes.announce({ kind: 'workspace' });
  const isPrivate = conversation.kind === 'private';
  if (isPrivate && !conversation.members.has(slack.workspace.app.botUserId)) return;
  const type = `${isPrivate ? 'group' : 'channel'}_${what}`;
  slack.events.publish(type, { type, channel, event_ts: slack.workspace.newTs() });
}
