import type { JsonObject } from '../json.ts';
import type { Conversation } from '../workspace/conversations.ts';

/** A conversation as seen by `viewer`, the bot user. */
export function conversationJson(conversation: Conversation, viewer: string): JsonObject {
  const { id, kind, members } = conversation;
  const created = Math.floor(conversation.created / 1000);
  if (kind === 'im') {
    const other = [...members].find((member) => member !== viewer) ?? viewer;
    return {
      id,
      created,
      is_im: true,
      is_archived: false,
      user: other,
      is_user_deleted: false,
      is_open: true,
    };
  }
  const topic = { value: conversation.topic, creator: '', last_set: 0 };
  return {
    id,
    created,
    name: conversation.name,
    name_normalized: conversation.name,
    is_channel: kind === 'channel',
    is_group: kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: kind === 'private',
    is_archived: conversation.isArchived,
    is_general: false,
    is_shared: conversation.sharedWith.size > 0,
    is_ext_shared: conversation.sharedWith.size > 0,
    is_member: members.has(viewer),
    num_members: members.size,
    topic,
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

/** How events name the kind. */
export function channelType({ kind }: Conversation): 'channel' | 'group' | 'im' {
  return kind === 'private' ? 'group' : kind;
}
