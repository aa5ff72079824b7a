import type { PageFile, PageMessage, PageMessages } from '../page-protocol.ts';
import { visibleConversation } from '../person/visible-conversation.ts';
import type { Slack } from '../slack.ts';
import type { StoredFile } from '../workspace/files.ts';
import { isTopLevel, type Message } from '../workspace/messages.ts';

const PAGE_SIZE = 60;

export interface MessagesAsked {
  channel: string;
  thread?: string;
  before?: string;
}

/** The last messages of a channel, or a thread from its parent on, as one person sees them. */
export function drawMessages(slack: Slack, me: string, asked: MessagesAsked): PageMessages {
  const { id } = visibleConversation(slack, me, asked.channel);
  const { thread, before } = asked;
  const visible = slack.workspace.messages.in(id).filter(({ onlyFor }) => (onlyFor ?? me) === me);
  const wanted = visible
    .filter((message) => (thread === undefined ? isTopLevel(message) : isIn(thread, message)))
    .filter(({ ts }) => before === undefined || ts < before);
  const shown = thread === undefined ? wanted.slice(-PAGE_SIZE) : wanted;
  return {
    channel: id,
    ...(thread === undefined ? {} : { thread }),
    messages: shown.map((message) => drawMessage(slack, message)),
    hasMore: shown.length < wanted.length,
  };
}

export function drawFile(file: StoredFile): PageFile {
  const { id, name, mimetype, content } = file;
  return { id, name, mimetype, size: content.length, url: `/page/api/files/${id}` };
}

function isIn(thread: string, { ts, threadTs }: Message): boolean {
  return ts === thread || threadTs === thread;
}

function drawMessage({ workspace, baseUrl }: Slack, message: Message): PageMessage {
  const { channel, ts, threadTs, user, text, blocks } = message;
  const replies = message.onlyFor === undefined ? workspace.messages.replies(channel, ts) : [];
  const last = replies.at(-1);
  return {
    ts,
    ...(threadTs === undefined ? {} : { threadTs }),
    user,
    text,
    blocks,
    attachments: (message.attachments ?? []).map((attachment) => ({ type: 'attachment', ...attachment })),
    files: message.fileIds.flatMap((id) => workspace.files.find(id) ?? []).map(drawFile),
    // Slack marks what people edit, not the cards that an app keeps up to date.
    edited: message.edited !== undefined && message.botId === undefined,
    ephemeral: message.onlyFor !== undefined,
    replyCount: replies.length,
    replyUsers: [...new Set(replies.map((reply) => reply.user))],
    ...(last === undefined ? {} : { lastReplyTs: last.ts }),
    permalink: `${baseUrl()}archives/${channel}/p${ts.replace('.', '')}`,
  };
}
