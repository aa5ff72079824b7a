/**
 * Bolt, in both modes: connections that we open to Slack, or signed requests on our own HTTP server. Started apart from the HTTP server:
 * while Slack is out of reach leads are taken all the same. One of the places where a click is counted as under way.
 */
import { App, type Logger as SlackLogger } from '@slack/bolt';
import type { RequestHandler } from 'express';
import type { SlackConfig } from '../config.ts';
import type { Logger } from '../logger.ts';
import { HttpReceiver } from './http-receiver.ts';
import { Lifecycle, type LifecycleHooks } from './lifecycle.ts';
import { quietLogger } from './quiet-logger.ts';
import { SocketReceiver } from './socket/receiver.ts';
import type { SlackTimings } from './timings.ts';
import { WorkCount } from './work-count.ts';

export interface SlackApp {
  /** Where listeners register. */
  bolt: App;
  /** In HTTP mode: to be mounted on the one server, before any body parser. */
  router?: RequestHandler;
  /**
   * Resolves once Slack has answered and, in Socket Mode, reaches us; keeps trying while it is out of reach. Rejects with AppError when
   * Slack refuses the tokens: waiting would not help.
   */
  start(): Promise<void>;
  /** Why Slack and we cannot work together at this moment: Slack's word, the network's or ours. Null when we can. */
  problem(): string | null;
  /** Slack has told that our access has ended: it is asked whether that is so. Never rejects. */
  accessEnded(code: string): Promise<void>;
  /** Resolves when nothing that came is under way. */
  idle(): Promise<void>;
  /**
   * Serves what comes until nothing is under way, or for so long; then closes. What is not acknowledged by then stays so. In HTTP mode
   * requests come until the server is closed: called again after that, it waits for the last of them.
   */
  stop(limitMs: number): Promise<void>;
}

interface Options {
  log: Logger;
  timings: SlackTimings;
  hooks: LifecycleHooks;
}

export function createSlackApp(config: SlackConfig, { log, timings, hooks }: Options): SlackApp {
  const logger = quietLogger(log);
  const work = new WorkCount();
  // The receiver comes before the app whose state it asks for; no request comes before both are there.
  const accepts = () => lifecycle.accepts();
  const { receiver, router } = createReceiver(config, { accepts, work, log, logger, timings });
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
  const socket = receiver instanceof SocketReceiver ? receiver.supervisor : null;
  const { host } = new URL(config.apiUrl);
  const lifecycle = new Lifecycle({ bolt, socket, work, log, timings, host, hooks });
  bolt.error(async (error) => log.error({ err: error }, 'a Slack request failed'));
  return {
    bolt,
    ...(router ? { router } : {}),
    start: () => lifecycle.start(),
    problem: () => lifecycle.problem(),
    accessEnded: (code) => lifecycle.accessEnded(code),
    idle: () => work.idle(),
    stop: (limitMs) => lifecycle.stop(limitMs),
  };
}

interface ReceiverOptions {
  accepts: () => boolean;
  work: WorkCount;
  log: Logger;
  logger: SlackLogger;
  timings: SlackTimings;
}

function createReceiver(
  { mode, apiUrl }: SlackConfig,
  { timings, ...options }: ReceiverOptions,
): { receiver: HttpReceiver | SocketReceiver; router: RequestHandler | null } {
  if (mode.kind === 'socket') {
    const { appToken } = mode;
    const receiver = new SocketReceiver({ ...options, appToken, apiUrl, timings: timings.socket });
    return { receiver, router: null };
  }
  const receiver = new HttpReceiver({ ...options, signingSecret: mode.signingSecret });
  return { receiver, router: receiver.router as unknown as RequestHandler };
}
