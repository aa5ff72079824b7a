/**
 * Bolt, in both modes: a socket that we open to Slack, or signed requests on our own HTTP server. Started apart from the HTTP server:
 * while Slack is out of reach leads are taken all the same. One of the places where a click is counted as under way.
 */
import { App, type Logger as SlackLogger, SocketModeReceiver } from '@slack/bolt';
import type { RequestHandler } from 'express';
import type { SlackConfig } from '../config.ts';
import { AppError, inWords } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { classify } from './failures.ts';
import { HttpReceiver } from './http-receiver.ts';
import { quietLogger } from './quiet-logger.ts';

export interface SlackApp {
  /** Where listeners register. */
  bolt: App;
  /** In HTTP mode: to be mounted on the one server, before any body parser. */
  router?: RequestHandler;
  /**
   * Resolves once Slack has answered; keeps trying while it is out of reach. Rejects with AppError when Slack refuses the tokens: waiting
   * would not help.
   */
  start(): Promise<void>;
  /** Slack has answered, and in Socket Mode the socket is open. */
  isReady(): boolean;
  /** Takes no further click, lets those under way finish for so long, then closes. */
  stop(limitMs: number): Promise<void>;
}

export function createSlackApp(config: SlackConfig, log: Logger): SlackApp {
  const logger = quietLogger(log);
  // The receiver comes before the app whose state it asks for; no request comes before both are there.
  const { receiver, socket, router } = createReceiver(config, logger, () => lifecycle.accepts());
  const bolt = new App({
    token: config.botToken,
    receiver,
    logger,
    deferInitialization: true,
    convoStore: false,
    clientOptions: {
      slackApiUrl: config.apiUrl,
      timeout: 2_500,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  });
  const work = new WorkCount(bolt);
  const lifecycle = new Lifecycle({ bolt, socket, work, log });
  bolt.error(async (error) => log.error({ err: error }, 'a Slack request failed'));
  return {
    bolt,
    ...(router ? { router } : {}),
    start: () => lifecycle.start(),
    isReady: () => lifecycle.isReady(),
    stop: (limitMs) => lifecycle.stop(limitMs),
  };
}

interface Receivers {
  receiver: HttpReceiver | SocketModeReceiver;
  socket: SocketModeReceiver | null;
  router: RequestHandler | null;
}

function createReceiver(
  { mode, apiUrl }: SlackConfig,
  logger: SlackLogger,
  accepts: () => boolean,
): Receivers {
  if (mode.kind === 'http') {
    const receiver = new HttpReceiver({ signingSecret: mode.signingSecret, logger, accepts });
    return { receiver, socket: null, router: receiver.router as unknown as RequestHandler };
  }
  const retryConfig = { forever: true, factor: 1.3, minTimeout: 1_000, maxTimeout: 30_000 };
  const socket = new SocketModeReceiver({
    appToken: mode.appToken,
    logger,
    // With few retries a single HTTP 500 at a reconnect would end the process.
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, timeout: 10_000, retryConfig } },
  });
  return { receiver: socket, socket, router: null };
}

/** Bolt's own stop does not wait for listeners, and over a socket there is no other way to take nothing more. */
class WorkCount {
  #count = 0;
  #isClosed = false;
  #whenIdle: (() => void)[] = [];

  constructor(bolt: App) {
    bolt.use(async ({ next }) => {
      // Unacknowledged: Slack tells the person that it did not go through.
      if (this.#isClosed) return;
      this.#count += 1;
      try {
        await next();
      } finally {
        this.#count -= 1;
        if (this.#count === 0) for (const resolve of this.#whenIdle.splice(0)) resolve();
      }
    });
  }

  get underWay(): number {
    return this.#count;
  }

  /** Takes nothing more, and resolves when what was taken is done. */
  close(): Promise<void> {
    this.#isClosed = true;
    if (this.#count === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenIdle.push(resolve));
  }
}

const RETRY_START_MS = 2_000;
const CLOSE_SOCKET_MS = 1_000;

class Lifecycle {
  readonly #parts: { bolt: App; socket: SocketModeReceiver | null; work: WorkCount; log: Logger };
  readonly #stopping = new AbortController();
  #answered = false;
  #connected = false;

  constructor(parts: { bolt: App; socket: SocketModeReceiver | null; work: WorkCount; log: Logger }) {
    this.#parts = parts;
    const note = (connected: boolean) => () => {
      this.#connected = connected;
    };
    parts.socket?.client.on('connected', note(true));
    for (const event of ['reconnecting', 'disconnected', 'close']) {
      parts.socket?.client.on(event, note(false));
    }
  }

  async start(): Promise<void> {
    const { bolt, socket } = this.#parts;
    await this.#untilAnswered(() => bolt.init());
    if (socket) await this.#untilAnswered(async () => void (await bolt.start()));
  }

  isReady(): boolean {
    return this.#answered && (this.#parts.socket === null || this.#connected);
  }

  /** What comes now is acted upon. */
  accepts(): boolean {
    return this.#answered && !this.#stopping.signal.aborted;
  }

  async stop(limitMs: number): Promise<void> {
    this.#stopping.abort();
    const { bolt, socket, work, log } = this.#parts;
    // The socket stays open so long: an acknowledgement still has to go out through it.
    await Promise.race([work.close(), pause(limitMs)]);
    if (work.underWay > 0) log.warn({ underWay: work.underWay }, 'stopping with clicks under way');
    if (socket && this.#answered) await Promise.race([bolt.stop(), pause(CLOSE_SOCKET_MS)]);
  }

  async #untilAnswered(call: () => Promise<void>): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        await call();
        this.#answered = true;
        return;
      } catch (thrown) {
        const { kind, code } = classify(thrown);
        if (kind === 'auth') throw new AppError('forbidden', inWords(tokenRefused(code)), { cause: thrown });
        this.#parts.log.warn({ code }, 'Slack does not answer yet; leads are taken, cards follow');
        await pause(RETRY_START_MS, this.#stopping.signal);
      }
    }
  }
}

function tokenRefused(code: string): string {
  return `Slack refuses the tokens (${code}). Check SLACK_BOT_TOKEN and SLACK_APP_TOKEN or SLACK_SIGNING_SECRET against the app's settings, then start again.`;
}

/** Ends early when aborted. Does not keep the process alive. */
function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
