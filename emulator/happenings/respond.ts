import type { ResponseTarget } from '../delivery/response-urls.ts';
import { asText, isObject, type JsonObject } from '../json.ts';
import type { Slack } from '../slack.ts';
import { deleteMessage } from './delete-message.ts';
import { editMessage } from './edit-message.ts';
import { postMessage } from './post-message.ts';

/** A message sent to a response_url or with the acknowledgement of a command: private unless it says in_channel. */
export function respond(slack: Slack, target: ResponseTarget, body: JsonObject): void {
  const { channel, messageTs } = target;
  const original = messageTs === undefined ? undefined : slack.workspace.messages.find(channel, messageTs);
  if (body.delete_original === true && original !== undefined) return deleteMessage(slack, original);
  const { botUserId, botId } = slack.workspace.app;
  const text = asText(body.text);
  const blocks = body.blocks === undefined ? {} : { blocks: body.blocks };
  if (body.replace_original === true && original !== undefined) {
    return editMessage(slack, original, { text, ...blocks, by: botUserId });
  }
  const threadTs = asText(body.thread_ts) || target.threadTs;
  postMessage(slack, {
    channel,
    user: botUserId,
    botId,
    text,
    ...blocks,
    ...(isObject(body.metadata) ? { metadata: body.metadata } : {}),
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(body.response_type === 'in_channel' ? {} : { onlyFor: target.user }),
  });
}
