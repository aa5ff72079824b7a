import { postMessage } from '../happenings/post-message.ts';
import type { Slack } from '../slack.ts';
import type { Message } from '../workspace/messages.ts';
import { Refusal } from './refusal.ts';
import { visibleConversation } from './visible-conversation.ts';

/** A person writes. As in Slack's window, `&`, `<` and `>` are escaped and `@ana` becomes a mention. */
export function say(
  slack: Slack,
  user: string,
  message: { channel: string; text: string; thread?: string; files?: readonly string[] },
): Message {
  const conversation = visibleConversation(slack, user, message.channel);
  if (conversation.isArchived) throw new Refusal('is_archived', 'This channel is archived.');
  if (!conversation.members.has(user))
    throw new Refusal('not_in_channel', 'Join the channel to write in it.');
  const text = asTyped(slack, message.text);
  const posted = postMessage(slack, {
    channel: conversation.id,
    user,
    text,
    ...filesOf(slack, message.files),
    ...threadOf(slack, conversation.id, message.thread),
  });
  tellMention(slack, posted, conversation.members);
  return posted;
}

function filesOf({ workspace }: Slack, ids: readonly string[] = []) {
  if (ids.length === 0) return {};
  const fileIds = ids.map((id) => {
    if (workspace.files.find(id) === undefined)
      throw new Refusal('file_not_found', 'The file was not uploaded.');
    return id;
  });
  return { fileIds, subtype: 'file_share' };
}

function threadOf({ workspace }: Slack, channel: string, thread?: string): { threadTs?: string } {
  if (thread === undefined) return {};
  const parent = workspace.messages.find(channel, thread);
  if (parent === undefined) throw new Refusal('thread_not_found', 'The thread is not there any more.');
  return { threadTs: parent.threadTs ?? parent.ts };
}

const MENTION = /(<[@#][A-Z][A-Z0-9_]*(?:\|[^<>]*)?>)/;

function asTyped({ workspace }: Slack, text: string): string {
  return text
    .split(MENTION)
    .map((part, index) => (index % 2 === 1 ? part : mentions(escaped(part), workspace)))
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function mentions(text: string, { people }: Slack['workspace']): string {
  return text.replace(/(^|\s)@([\w.-]+)/g, (whole, space: string, name: string) => {
    const person = people.all().find((one) => one.name === name.toLowerCase());
    return person === undefined ? whole : `${space}<@${person.id}>`;
  });
}

function tellMention(slack: Slack, message: Message, members: Set<string>): void {
  const { botUserId } = slack.workspace.app;
  if (!members.has(botUserId) || !message.text.includes(`<@${botUserId}>`)) return;
  const { user, ts, text, channel, threadTs } = message;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const event = { type: 'app_mention', user, ts, text, channel, ...thread, event_ts: ts };
  slack.events.publish('app_mention', event);
}
