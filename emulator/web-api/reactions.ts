import { announceMessage } from '../happenings/publish-message.ts';
import type { JsonObject } from '../json.ts';
import { findConversation } from './find-conversation.ts';
import { botMethod, type Call, type Methods, TIER } from './method.ts';
import { SlackError } from './slack-error.ts';

export const reactionMethods: Methods = {
  'reactions.add': botMethod(add, { perMinute: TIER.three, scopes: ['reactions:write'] }),
};

function add(call: Call): JsonObject {
  const { slack, args } = call;
  const { id } = findConversation(call);
  const message = slack.workspace.messages.find(id, args.required('timestamp'));
  if (message === undefined || message.onlyFor !== undefined) throw new SlackError('message_not_found');
  const name = args.required('name');
  const me = slack.workspace.app.botUserId;
  const reaction = message.reactions.find((one) => one.name === name);
  if (reaction?.users.includes(me) === true) throw new SlackError('already_reacted');
  if (reaction === undefined) message.reactions.push({ name, users: [me] });
  else reaction.users.push(me);
  announceMessage(slack, message);
  return {};
}
