import { joinConversation } from '../happenings/change-membership.ts';
import type { JsonObject } from '../json.ts';
import { conversationJson } from '../wire/conversation-json.ts';
import type { Conversation } from '../workspace/conversations.ts';
import { findConversation, openDirect, READ_SCOPE } from './find-conversation.ts';
import { botMethod, type Call, type Methods, TIER } from './method.ts';
import { pageOf } from './paging.ts';
import { SlackError } from './slack-error.ts';

export const conversationMethods: Methods = {
  'conversations.list': botMethod(list, { perMinute: TIER.two }),
  'conversations.info': botMethod(info, { perMinute: TIER.three }),
  'conversations.members': botMethod(members, { perMinute: TIER.four }),
  'conversations.open': botMethod(open, { perMinute: TIER.three, scopes: ['im:write'] }),
  'conversations.join': botMethod(join, { perMinute: TIER.three, scopes: ['channels:join'] }),
};

const KIND_OF_TYPE: Record<string, Conversation['kind']> = {
  public_channel: 'channel',
  private_channel: 'private',
  im: 'im',
};

function list(call: Call): JsonObject {
  const { slack, args } = call;
  const types = (args.text('types') || 'public_channel').split(',').map((type) => type.trim());
  const kinds = types.map((type) => KIND_OF_TYPE[type]).filter((kind) => kind !== undefined);
  if (kinds.length < types.filter((type) => type !== 'mpim').length) throw new SlackError('invalid_types');
  for (const kind of kinds) call.needScope(READ_SCOPE[kind]);
  const { app, conversations } = slack.workspace;
  const visible = conversations
    .all()
    .filter(({ kind, members }) => kinds.includes(kind) && (kind === 'channel' || members.has(app.botUserId)))
    .filter(({ isArchived }) => !isArchived || !args.flag('exclude_archived'));
  const page = pageOf(visible, args);
  return {
    channels: page.items.map((conversation) => conversationJson(conversation, app.botUserId)),
    response_metadata: page.response_metadata,
  };
}

function info(call: Call): JsonObject {
  const conversation = findConversation(call);
  call.needScope(READ_SCOPE[conversation.kind]);
  return { channel: conversationJson(conversation, call.slack.workspace.app.botUserId) };
}

function members(call: Call): JsonObject {
  const conversation = findConversation(call);
  call.needScope(READ_SCOPE[conversation.kind]);
  const page = pageOf([...conversation.members], call.args);
  return { members: page.items, response_metadata: page.response_metadata };
}

function open(call: Call): JsonObject {
  const { args, slack } = call;
  if (args.has('channel')) return { channel: { id: findConversation(call).id } };
  const users = args.required('users').split(',');
  const [user] = users;
  if (user === undefined || users.length > 1) throw new SlackError('not_imitated', { argument: 'users' });
  const { conversations, people, app } = slack.workspace;
  if (people.find(user)?.isDeleted === true) throw new SlackError('user_disabled');
  const wasOpen = conversations.findDirect(user, app.botUserId) !== undefined;
  const conversation = openDirect(call, user);
  const channel = args.flag('return_im')
    ? conversationJson(conversation, app.botUserId)
    : { id: conversation.id };
  return { channel, ...(wasOpen ? { no_op: true, already_open: true } : {}) };
}

function join(call: Call): JsonObject {
  const conversation = findConversation(call);
  if (conversation.kind !== 'channel') throw new SlackError('method_not_supported_for_channel_type');
  if (conversation.isArchived) throw new SlackError('is_archived');
  const { botUserId } = call.slack.workspace.app;
  const wasMember = conversation.members.has(botUserId);
  joinConversation(call.slack, conversation, botUserId);
  const channel = conversationJson(conversation, botUserId);
  return { channel, ...(wasMember ? { warning: 'already_in_channel' } : {}) };
}
