import type { ResponseTarget } from '../delivery/response-urls.ts';
import { asText, isObject, type JsonObject } from '../json.ts';
import type { Slack } from '../slack.ts';
import type { Message } from '../workspace/messages.ts';
import { deleteMessage } from './delete-message.ts';
import { editMessage } from './edit-message.ts';
import { postMessage } from './post-message.ts';

/** A message sent to a response_url or with the acknowledgement of a command: private unless it says in_channel. */
export function respond(slack: Slack, target: ResponseTarget, body: JsonObject): void {
  const { channel, messageTs } = target;
  const original = messageTs === undefined ? undefined : slack.workspace.messages.find(channel, messageTs);
  if (body.delete_original === true && original !== undefined) deleteMessage(slack, original);
  else if (body.replace_original === true && original !== undefined) replace(slack, original, body);
  else add(slack, target, body);
}

function replace(slack: Slack, original: Message, body: JsonObject): void {
  editMessage(slack, original, {
    text: asText(body.text),
    ...(body.blocks === undefined ? {} : { blocks: body.blocks }),
    by: slack.workspace.app.botUserId,
  });
}

function add(slack: Slack, target: ResponseTarget, body: JsonObject): void {
  const { botUserId, botId } = slack.workspace.app;
  const threadTs = asText(body.thread_ts) || target.threadTs;
  postMessage(slack, {
    channel: target.channel,
    user: botUserId,
    botId,
    text: asText(body.text),
    ...(body.blocks === undefined ? {} : { blocks: body.blocks }),
    ...(isObject(body.metadata) ? { metadata: body.metadata } : {}),
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(body.response_type === 'in_channel' ? {} : { onlyFor: target.user }),
  });
}
