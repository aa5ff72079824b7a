/**
 * The calls to Slack's Web API that we make, through two clients. Neither repeats by itself: a blind repeat of a post posts twice, so
 * failures come out classified, and the outbox or the person who clicked decides.
 */
import type { HomeView, ModalView } from '@slack/types';
import { WebClient } from '@slack/web-api';
import type { Logger } from '../logger.ts';
import { classify, SlackCallError, type SlackFailure } from './failures.ts';
import { findByMetadata, METADATA_EVENT, type PostedSearch } from './find-posted.ts';
import { quietLogger } from './quiet-logger.ts';
import { type OutgoingMessage, simplify } from './simplify.ts';
import type { TangoBlock } from './views/kit/blocks.ts';

export interface ClientOptions {
  token: string;
  apiUrl?: string | undefined;
  timeoutMs?: number;
  logger: Logger;
}

export interface PostedAt {
  channel: string;
  ts: string;
}

interface OutgoingContent {
  message: OutgoingMessage;
  /** See simplify. */
  simplification: number;
}

interface OutgoingPost extends OutgoingContent {
  /** A channel, or a person for a direct message. */
  channel: string;
  threadTs?: string | undefined;
  /** Travels in the metadata, so that the post can be found again. */
  outboxId: string;
}

/** What the outbox sends with. The calls throw SlackCallError and nothing else. */
export interface OutboxClient {
  post(post: OutgoingPost): Promise<PostedAt>;
  update(edit: PostedAt & OutgoingContent): Promise<void>;
  publishHome(userId: string, view: object): Promise<void>;
  findPosted(search: PostedSearch): Promise<PostedAt | null>;
  failureOf(thrown: unknown): SlackFailure;
}

/** Patient: a message may take its time, the queue behind it does not mind. */
export function createOutboxClient(options: ClientOptions): OutboxClient {
  const web = webClient(options, 10_000);
  const botId = askedOnce(async () => (await web.auth.test()).bot_id);
  return {
    post: (message) => classified(() => post(web, message)),
    update: (message) => classified(() => update(web, message)),
    // All Homes are drawn by our own views.
    publishHome: (userId, view) => classified(() => publishHome(web, userId, view as HomeView)),
    findPosted: (search) => classified(async () => findByMetadata(web, { ...search, botId: await botId() })),
    failureOf: classify,
  };
}

interface Whisper {
  channel: string;
  user: string;
  text: string;
  blocks?: readonly TangoBlock[];
  threadTs?: string | undefined;
}

/** All of them throw SlackCallError and nothing else. The views' ids are what a later update needs. */
export interface InteractiveClient {
  openView(triggerId: string, view: ModalView): Promise<string>;
  pushView(triggerId: string, view: ModalView): Promise<string>;
  /** Without a hash: the newest content wins. A view that the person has closed meanwhile is no failure. */
  updateView(viewId: string, view: ModalView): Promise<void>;
  publishView(userId: string, view: HomeView): Promise<void>;
  /** Only that person sees it, and it may not arrive: for feedback on a click. */
  postEphemeral(whisper: Whisper): Promise<void>;
}

/** Fails fast: a trigger lives three seconds, and a person is looking. */
export function createInteractiveClient(options: ClientOptions): InteractiveClient {
  const web = webClient(options, 2_500);
  return {
    openView: (trigger_id, view) =>
      classified(async () => viewId(await web.views.open({ trigger_id, view }))),
    pushView: (trigger_id, view) =>
      classified(async () => viewId(await web.views.push({ trigger_id, view }))),
    updateView: (viewId, view) => classified(() => updateView(web, viewId, view)),
    publishView: (userId, view) => classified(() => publishHome(web, userId, view)),
    postEphemeral: (whisper) => classified(() => postEphemeral(web, whisper)),
  };
}

export function webClient(options: ClientOptions, timeoutMs: number): WebClient {
  return new WebClient(options.token, {
    ...(options.apiUrl ? { slackApiUrl: options.apiUrl } : {}),
    timeout: options.timeoutMs ?? timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: 10,
    logger: quietLogger(options.logger),
  });
}

/** A failure is not remembered: the next one asks again. */
function askedOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask().catch((thrown: unknown) => {
      answer = undefined;
      throw thrown;
    });
    return answer;
  };
}

export async function classified<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    throw new SlackCallError(classify(thrown), thrown);
  }
}

async function post(web: WebClient, outgoing: OutgoingPost): Promise<PostedAt> {
  const { text, blocks } = simplify(outgoing.message, outgoing.simplification);
  const answer = await web.chat.postMessage({
    channel: outgoing.channel,
    text,
    ...(blocks.length > 0 ? { blocks: [...blocks] } : {}),
    ...(outgoing.threadTs ? { thread_ts: outgoing.threadTs } : {}),
    metadata: { event_type: METADATA_EVENT, event_payload: { outbox_id: outgoing.outboxId } },
    unfurl_links: false,
    unfurl_media: false,
  });
  if (!answer.channel || !answer.ts) throw new Error('Slack accepted a message and did not say where it is');
  if (outgoing.threadTs && answer.message && !answer.message.thread_ts)
    return unsay(web, { channel: answer.channel, ts: answer.ts });
  return { channel: answer.channel, ts: answer.ts };
}

/** Where the message to be answered is gone Slack posts the answer by itself and says nothing. Nobody could tell what it is about. */
async function unsay(web: WebClient, { channel, ts }: PostedAt): Promise<never> {
  await web.chat.delete({ channel, ts });
  const failure: SlackFailure = { kind: 'parent_gone', code: 'thread_gone', details: [], retryAfterMs: null };
  throw new SlackCallError(failure, null);
}

/** Without `blocks` Slack would take the old ones off, which is what a message of text alone wants. */
async function update(web: WebClient, edit: PostedAt & OutgoingContent): Promise<void> {
  const { text, blocks } = simplify(edit.message, edit.simplification);
  await web.chat.update({
    channel: edit.channel,
    ts: edit.ts,
    text,
    ...(blocks.length > 0 ? { blocks: [...blocks] } : {}),
  });
}

async function publishHome(web: WebClient, userId: string, view: HomeView): Promise<void> {
  await web.views.publish({ user_id: userId, view });
}

function viewId(answer: { view?: { id?: string } }): string {
  return answer.view?.id ?? '';
}

async function updateView(web: WebClient, view_id: string, view: ModalView): Promise<void> {
  try {
    await web.views.update({ view_id, view });
  } catch (thrown) {
    if (classify(thrown).kind !== 'view_closed') throw thrown;
  }
}

async function postEphemeral(web: WebClient, whisper: Whisper): Promise<void> {
  await web.chat.postEphemeral({
    channel: whisper.channel,
    user: whisper.user,
    text: whisper.text,
    ...(whisper.blocks && whisper.blocks.length > 0 ? { blocks: [...whisper.blocks] } : {}),
    ...(whisper.threadTs ? { thread_ts: whisper.threadTs } : {}),
  });
}
