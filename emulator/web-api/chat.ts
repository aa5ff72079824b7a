import { deleteMessage } from '../happenings/delete-message.ts';
import { editMessage } from '../happenings/edit-message.ts';
import { type NewMessage, postMessage } from '../happenings/post-message.ts';
import { asObjects, type JsonObject } from '../json.ts';
import { checkMessage, cutText } from '../validation/index.ts';
import { messageJson } from '../wire/message-json.ts';
import type { Conversation } from '../workspace/conversations.ts';
import type { Message } from '../workspace/messages.ts';
import { findConversation, findDestination } from './find-conversation.ts';
import { botMethod, type Call, type Methods, TIER } from './method.ts';
import { refuseProblems, SlackError } from './slack-error.ts';

export const chatMethods: Methods = {
  'chat.postMessage': botMethod(post, { perMinute: TIER.posting, scopes: ['chat:write'] }),
  'chat.postEphemeral': botMethod(postEphemeral, { perMinute: TIER.four, scopes: ['chat:write'] }),
  'chat.update': botMethod(update, { perMinute: TIER.three, scopes: ['chat:write'] }),
  'chat.delete': botMethod(remove, { perMinute: TIER.three, scopes: ['chat:write'] }),
  'chat.getPermalink': botMethod(permalink, { perMinute: 600 }),
};

function post(call: Call): JsonObject {
  const conversation = findDestination(call);
  refuseUnpostable(call, conversation);
  const content = { ...readMessage(call), ...threadOf(call, conversation) };
  call.keepPace(conversation.id);
  const message = postMessage(call.slack, { ...content, channel: conversation.id });
  return { channel: conversation.id, ts: message.ts, message: asJson(call, message) };
}

function postEphemeral(call: Call): JsonObject {
  const conversation = findDestination(call);
  refuseUnpostable(call, conversation);
  const onlyFor = call.args.required('user');
  if (call.slack.workspace.people.find(onlyFor) === undefined) throw new SlackError('user_not_found');
  if (!conversation.members.has(onlyFor)) throw new SlackError('user_not_in_channel');
  const message = {
    ...readMessage(call),
    ...threadOf(call, conversation),
    channel: conversation.id,
    onlyFor,
  };
  return { message_ts: postMessage(call.slack, message).ts };
}

function update(call: Call): JsonObject {
  const { slack, args } = call;
  const message = findOwnMessage(call, 'cant_update_message');
  const { text, blocks, metadata } = readMessage(call, { isUpdate: true });
  editMessage(slack, message, {
    text: args.all.text === undefined ? message.text : text,
    ...(blocks === undefined ? {} : { blocks }),
    ...(metadata === undefined ? {} : { metadata }),
    by: slack.workspace.app.botUserId,
  });
  const { channel, ts } = message;
  return { channel, ts, text: message.text, message: asJson(call, message) };
}

function remove(call: Call): JsonObject {
  const message = findOwnMessage(call, 'cant_delete_message');
  deleteMessage(call.slack, message);
  return { channel: message.channel, ts: message.ts };
}

function permalink(call: Call): JsonObject {
  const { id } = findConversation(call);
  const ts = call.args.required('message_ts');
  const message = call.slack.workspace.messages.find(id, ts);
  if (message === undefined || message.onlyFor !== undefined) throw new SlackError('message_not_found');
  return { channel: id, permalink: `${call.slack.baseUrl()}archives/${id}/p${ts.replace('.', '')}` };
}

function readMessage(
  { slack, args, stepRun }: Call,
  options = { isUpdate: false },
): Omit<NewMessage, 'channel'> {
  for (const unsupported of ['markdown_text', 'username', 'icon_url', 'icon_emoji']) {
    if (args.has(unsupported)) throw new SlackError('not_imitated', { argument: unsupported });
  }
  const { app } = slack.workspace;
  const blocks = args.json('blocks');
  const metadata = args.json('metadata');
  const attachments = args.json('attachments');
  const given = args.text('text');
  // A new message that is too long is cut, an edit is refused (docs.slack.dev/reference/methods/chat.postMessage, "Truncating content").
  const text = options.isUpdate ? given : cutText(given);
  refuseProblems(checkMessage({ text, blocks, metadata, attachments }));
  const broadcast = !options.isUpdate && args.flag('reply_broadcast');
  return {
    user: app.botUserId,
    botId: app.botId,
    text,
    ...(blocks === undefined ? {} : { blocks }),
    ...(metadata === undefined ? {} : { metadata: metadata as JsonObject }),
    ...(Array.isArray(attachments) && attachments.length > 0 ? { attachments: asObjects(attachments) } : {}),
    ...(stepRun === undefined ? {} : { stepRun: stepRun.id }),
    ...(broadcast ? { subtype: 'thread_broadcast' } : {}),
  };
}

function refuseUnpostable({ slack, needScope }: Call, conversation: Conversation): void {
  if (conversation.isArchived) throw new SlackError('is_archived');
  if (conversation.members.has(slack.workspace.app.botUserId)) return;
  if (!slack.workspace.app.scopes.includes('chat:write.public')) throw new SlackError('not_in_channel');
  needScope('chat:write.public');
}

/** A reply to a reply lands in the same thread. Where the parent is gone Slack posts at top level and says nothing. */
function threadOf({ slack, args }: Call, { id }: Conversation): { threadTs?: string } {
  const threadTs = args.text('thread_ts');
  if (threadTs === '') return {};
  const parent = slack.workspace.messages.find(id, threadTs);
  if (parent === undefined || parent.onlyFor !== undefined) return {};
  return { threadTs: parent.threadTs ?? parent.ts };
}

function findOwnMessage(call: Call, refusal: string): Message {
  const { slack, args } = call;
  const conversation = findConversation(call);
  const message = slack.workspace.messages.find(conversation.id, args.required('ts'));
  if (message === undefined || message.onlyFor !== undefined) throw new SlackError('message_not_found');
  if (message.botId !== slack.workspace.app.botId) throw new SlackError(refusal);
  if (conversation.isArchived) throw new SlackError('is_archived');
  return message;
}

function asJson({ slack }: Call, message: Message): JsonObject {
  return messageJson(slack.workspace, message, { withMetadata: true, baseUrl: slack.baseUrl() });
}
