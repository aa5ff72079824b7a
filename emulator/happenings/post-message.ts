import type { JsonObject } from '../json.ts';
import type { SlackJson } from '../page-protocol.ts';
import type { Slack } from '../slack.ts';
import { withIds } from '../workspace/blocks.ts';
import type { Message } from '../workspace/messages.ts';
import { publishMessage } from './publish-message.ts';

export interface NewMessage {
  channel: string;
  user: string;
  text: string;
  blocks?: unknown;
  threadTs?: string;
  metadata?: JsonObject;
  fileIds?: string[];
  botId?: string;
  subtype?: string;
  attachments?: JsonObject[];
  stepRun?: string;
  /** Ephemeral: for this person's eyes only. */
  onlyFor?: string;
}

/** A message appears: it is kept, the page redraws, the bot is told if it listens there. */
export function postMessage(slack: Slack, message: NewMessage): Message {
  const { channel, user, text, fileIds = [] } = message;
  const blocks: SlackJson[] = withIds(message.blocks, slack.newId);
  const posted = slack.workspace.messages.add({
    channel,
    user,
    text,
    blocks,
    fileIds,
    ts: slack.workspace.newTs(),
    reactions: [],
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    ...(message.metadata === undefined ? {} : { metadata: message.metadata }),
    ...(message.botId === undefined ? {} : { botId: message.botId }),
    ...(message.attachments === undefined ? {} : { attachments: message.attachments }),
    ...(message.stepRun === undefined ? {} : { stepRun: message.stepRun }),
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    ...(message.onlyFor === undefined ? {} : { onlyFor: message.onlyFor }),
  });
  publishMessage(slack, posted);
  return posted;
}
