import type { JsonObject } from '../json.ts';
import { messageJson } from '../wire/message-json.ts';
import type { Message } from '../workspace/messages.ts';
import { findConversation, HISTORY_SCOPE } from './find-conversation.ts';
import { botMethod, type Call, type Methods, TIER } from './method.ts';
import { type Page, pageOf } from './paging.ts';
import { SlackError } from './slack-error.ts';

export const historyMethods: Methods = {
  'conversations.history': botMethod(history, { perMinute: TIER.three }),
  'conversations.replies': botMethod(replies, { perMinute: TIER.three }),
};

/** Newest first. */
function history(call: Call): JsonObject {
  const channel = readableChannel(call);
  const messages = call.slack.workspace.messages.history(channel).filter(within(call));
  return answer(call, pageOf(messages.reverse(), call.args));
}

/** Oldest first; the parent comes with every page. */
function replies(call: Call): JsonObject {
  const channel = readableChannel(call);
  const { messages } = call.slack.workspace;
  const asked = messages.find(channel, call.args.required('ts'));
  const parent = asked && messages.find(channel, asked.threadTs ?? asked.ts);
  if (parent === undefined || parent.onlyFor !== undefined) throw new SlackError('thread_not_found');
  const found = messages.replies(channel, parent.ts).filter(within(call));
  const page = pageOf(found, call.args, 1000);
  return answer(call, { ...page, items: [parent, ...page.items] });
}

function readableChannel(call: Call): string {
  const conversation = findConversation(call);
  call.needScope(HISTORY_SCOPE[conversation.kind]);
  if (!conversation.members.has(call.slack.workspace.app.botUserId)) throw new SlackError('not_in_channel');
  return conversation.id;
}

/** `oldest` and `latest` are outside the range unless `inclusive`. */
function within({ args }: Call): (message: Message) => boolean {
  const oldest = args.has('oldest') ? micros(args.text('oldest')) : Number.NEGATIVE_INFINITY;
  const latest = args.has('latest') ? micros(args.text('latest')) : Number.POSITIVE_INFINITY;
  const inclusive = args.flag('inclusive');
  return ({ ts }) => {
    const at = micros(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  };
}

/** Whole microseconds: seconds with six decimals lose the last ones as a floating-point number. */
function micros(ts: string): number {
  const [seconds = '0', fraction = ''] = ts.split('.');
  const value = Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
  if (Number.isNaN(value)) throw new SlackError('invalid_ts_latest');
  return value;
}

function answer({ slack, args }: Call, page: Page<Message>): JsonObject {
  const options = { withMetadata: args.flag('include_all_metadata'), baseUrl: slack.baseUrl() };
  return {
    messages: page.items.map((message) => messageJson(slack.workspace, message, options)),
    has_more: page.hasMore,
    pin_count: 0,
    response_metadata: page.response_metadata,
  };
}
