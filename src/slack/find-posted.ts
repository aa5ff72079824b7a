/** Was it posted? After a crash or a broken connection nobody knows but Slack: each post carries the id of its outbox row. */
import type { WebClient } from '@slack/web-api';

export const METADATA_EVENT = 'tango_outbox';

export interface PostedSearch {
  /** A channel, or a person for a direct message. */
  target: string;
  /** Where it would be a reply. */
  threadTs?: string | undefined;
  outboxId: string;
  /** Epoch ms, by our clock. */
  since: number;
}

/** Our clock and Slack's may differ by minutes; looking too far back costs a page, not far enough a second post. */
const CLOCK_SKEW_MS = 5 * 60_000;
/** Nearly always it is among the newest. They are looked through whatever our clock says: it may be wrong by a day. */
const FIRST_PAGE = 200;
/** The most that Slack gives at once: its limit counts calls, and a channel may have had thousands of messages during an outage. */
const NEXT_PAGE = 999;
const MOST_PAGES = 40;

interface Found {
  ts?: string;
  bot_id?: string;
  metadata?: { event_type?: string; event_payload?: object };
}

export async function findByMetadata(
  web: WebClient,
  search: PostedSearch & { botId: string | undefined },
): Promise<{ channel: string; ts: string } | null> {
  const channel = await channelOf(web, search.target);
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { messages = [], response_metadata } = await readPage(web, { ...search, channel, cursor });
    const found = messages.find((message) => isIt(message, search));
    if (found?.ts) return { channel, ts: found.ts };
    cursor = response_metadata?.next_cursor;
    if (!cursor || isBefore(messages.at(-1), search)) return null;
  }
  // Not found is not absent: who takes it for absent posts a second time.
  throw new Error('There are more messages since then than can be looked through');
}

/** A channel is read from its newest message back, a thread from its beginning to its end. */
function isBefore(last: Found | undefined, { threadTs, since }: PostedSearch): boolean {
  return threadTs === undefined && Number(last?.ts) * 1000 < since - CLOCK_SKEW_MS;
}

/** A direct message lives in a channel of its own, which is known only once something was posted. */
async function channelOf(web: WebClient, target: string): Promise<string> {
  if (!/^[UW]/.test(target)) return target;
  const { channel } = await web.conversations.open({ users: target });
  if (!channel?.id) throw new Error('Slack opened a direct message and did not say which');
  return channel.id;
}

interface Page extends PostedSearch {
  channel: string;
  cursor: string | undefined;
}

function readPage(
  web: WebClient,
  page: Page,
): Promise<{ messages?: Found[]; response_metadata?: { next_cursor?: string } }> {
  const range = {
    channel: page.channel,
    limit: page.cursor ? NEXT_PAGE : FIRST_PAGE,
    include_all_metadata: true,
    ...(page.cursor ? { cursor: page.cursor } : {}),
  };
  return page.threadTs
    ? web.conversations.replies({ ...range, ts: page.threadTs })
    : web.conversations.history(range);
}

/** Metadata can be written by any app: only our own posts count. */
function isIt(message: Found, sought: { outboxId: string; botId: string | undefined }): boolean {
  const payload = message.metadata?.event_payload as { outbox_id?: unknown } | undefined;
  return (
    message.metadata?.event_type === METADATA_EVENT &&
    payload?.outbox_id === sought.outboxId &&
    message.bot_id === sought.botId
  );
}
