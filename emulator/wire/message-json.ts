import type { JsonObject } from '../json.ts';
import type { Message } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { fileJson } from './file-json.ts';

export interface MessageJsonOptions {
  withMetadata?: boolean;
  baseUrl: string;
}

/** A message as history, events and clicks carry it. */
export function messageJson(workspace: Workspace, message: Message, options: MessageJsonOptions): JsonObject {
  return {
    type: 'message',
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: workspace.team.id,
    ...authorship(workspace, message),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments === undefined ? {} : { attachments: message.attachments }),
    ...(message.edited === undefined ? {} : { edited: message.edited }),
    ...(message.onlyFor === undefined ? {} : { is_ephemeral: true }),
    ...(options.withMetadata === true && message.metadata !== undefined
      ? { metadata: message.metadata }
      : {}),
    ...reactions(message),
    ...filesOf(workspace, message, options.baseUrl),
    ...threading(workspace, message),
  };
}

function authorship({ app, team }: Workspace, { botId }: Message): JsonObject {
  if (botId === undefined) return {};
  const profile = { id: botId, app_id: app.id, name: app.name, deleted: false, team_id: team.id, updated: 0 };
  return { bot_id: botId, app_id: app.id, bot_profile: profile };
}

function reactions({ reactions: all }: Message): JsonObject {
  if (all.length === 0) return {};
  return { reactions: all.map((reaction) => ({ ...reaction, count: reaction.users.length })) };
}

function filesOf(workspace: Workspace, message: Message, baseUrl: string): JsonObject {
  const files = message.fileIds.flatMap((id) => workspace.files.find(id) ?? []);
  if (files.length === 0) return {};
  return { files: files.map((file) => fileJson(file, workspace.team.id, baseUrl)), upload: false };
}

function threading(workspace: Workspace, message: Message): JsonObject {
  const { channel, ts, threadTs } = message;
  if (threadTs !== undefined && threadTs !== ts) {
    const parent = workspace.messages.find(channel, threadTs);
    return { thread_ts: threadTs, ...(parent === undefined ? {} : { parent_user_id: parent.user }) };
  }
  const replies = workspace.messages.replies(channel, ts);
  const last = replies.at(-1);
  if (last === undefined) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    reply_users: users,
    latest_reply: last.ts,
    is_locked: false,
    subscribed: false,
  };
}
