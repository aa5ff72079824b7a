/**
 * The calls to Slack's Web API that we make, through two clients. Neither repeats by itself: a blind repeat of a post posts twice, so
 * failures come out classified, and the outbox or the person who clicked decides.
 */
import type { HomeView, ModalView } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { coerceError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { classify, SlackCallError, type SlackFailure } from './failures.ts';
import { findByMetadata, METADATA_EVENT, type PostedSearch } from './find-posted.ts';
import { quietLogger } from './quiet-logger.ts';
import { type OutgoingMessage, SIMPLEST, simplify } from './simplify/simplify.ts';
import { simplestOf, simplifyView } from './simplify/simplify-view.ts';
import { alert } from './views/kit/alert.ts';
import { modal } from './views/kit/surfaces.ts';

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
  /** See simplify/simplify. */
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
  /** The last simplification; what is refused even so is not taken in any form. */
  simplest: number;
  post(post: OutgoingPost): Promise<PostedAt>;
  update(edit: PostedAt & OutgoingContent): Promise<void>;
  publishHome(userId: string, view: object, simplification: number): Promise<void>;
  findPosted(search: PostedSearch): Promise<PostedAt | null>;
  failureOf(thrown: unknown): SlackFailure;
}

/** Patient: a message may take its time, the queue behind it does not mind. */
export function createOutboxClient(options: ClientOptions): OutboxClient {
  const web = webClient(options, 10_000);
  const botId = askedOnce(async () => (await web.auth.test()).bot_id);
  return {
    simplest: SIMPLEST,
    post: (message) => classified(() => post(web, message)),
    update: (message) => classified(() => update(web, message)),
    // All Homes are drawn by our own views.
    publishHome: (userId, view, simplification) =>
      classified(() => publishHome(web, userId, simplifyView(view as HomeView, simplification))),
    findPosted: (search) => classified(async () => findByMetadata(web, { ...search, botId: await botId() })),
    failureOf: classify,
  };
}

/**
 * All of them throw SlackCallError and nothing else. The views' ids are what a later update needs. A view that Slack refuses is shown in a
 * simpler form.
 */
export interface InteractiveClient {
  openView(triggerId: string, view: ModalView): Promise<string>;
  pushView(triggerId: string, view: ModalView): Promise<string>;
  /** Without a hash: the newest content wins. A view that the person has closed meanwhile is no failure. */
  updateView(viewId: string, view: ModalView): Promise<void>;
  publishView(userId: string, view: HomeView): Promise<void>;
  /** For a view that goes out with an acknowledgement, of which Slack does not say whether it took it: without what it may not know. */
  fitting(view: ModalView): ModalView;
}

/** Fails fast: a trigger lives three seconds, and a person is looking. */
export function createInteractiveClient(options: ClientOptions): InteractiveClient {
  const web = webClient(options, 2_500);
  const { logger } = options;
  let knowsAlerts = false;
  const learn = askedOnce(async () => {
    knowsAlerts = await takesAlerts(web);
  });
  return {
    fitting: (view) => {
      if (knowsAlerts || !view.blocks.some(({ type }) => type === 'alert')) return view;
      void learn().catch((thrown: unknown) => {
        logger.warn({ err: coerceError(thrown) }, 'whether Slack knows alerts could not be asked');
      });
      return simplifyView(view, 1);
    },
    openView: (trigger_id, view) =>
      inSomeForm(view, logger, async (view) => viewId(await web.views.open({ trigger_id, view }))),
    pushView: (trigger_id, view) =>
      inSomeForm(view, logger, async (view) => viewId(await web.views.push({ trigger_id, view }))),
    updateView: (viewId, view) => inSomeForm(view, logger, (view) => updateView(web, viewId, view)),
    publishView: (userId, view) => inSomeForm(view, logger, (view) => publishHome(web, userId, view)),
  };
}

/** Workspaces get new blocks at different times. */
async function takesAlerts(web: WebClient): Promise<boolean> {
  const view = modal({ callbackId: 'probe', title: 'Tango', blocks: [alert('Does Slack know alerts?')] });
  try {
    await classified(() => web.blocks.validate({ view }));
    return true;
  } catch (thrown) {
    if (thrown instanceof SlackCallError && thrown.failure.code === 'invalid_view') return false;
    throw thrown;
  }
}

/** Slack looks at a view before it spends the trigger, so that the next try may have it. */
async function inSomeForm<V extends ModalView | HomeView, T>(
  view: V,
  logger: Logger,
  show: (view: V) => Promise<T>,
  simplification = 0,
): Promise<T> {
  try {
    return await classified(() => show(simplifyView(view, simplification)));
  } catch (thrown) {
    if (!(thrown instanceof SlackCallError) || !TOO_MUCH.has(thrown.failure.kind)) throw thrown;
    logger.error({ err: thrown, where: view.callback_id ?? view.type }, 'Slack refused a view');
    if (simplification >= simplestOf(view)) throw thrown;
    return inSomeForm(view, logger, show, simplification + 1);
  }
}

const TOO_MUCH: ReadonlySet<string> = new Set(['content', 'view_too_large']);

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
