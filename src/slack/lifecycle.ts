/** From the first question to Slack until the last click is served: what the state of the app is, and how it starts and ends. */
import type { App } from '@slack/bolt';
import { AppError, coerceError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { type DeafnessHooks, DeafnessWatch } from './deafness.ts';
import { classify } from './failures.ts';
import { isTokenRefused, waitAfter } from './socket/back-off.ts';
import { ConnectionError, pause, within } from './socket/limit.ts';
import type { Supervisor } from './socket/supervisor.ts';
import type { SlackTimings } from './timings.ts';
import { botTokenRefused } from './token-refused.ts';
import { TokenWatch } from './token-watch.ts';
import type { WorkCount } from './work-count.ts';

export interface LifecycleHooks extends DeafnessHooks {
  /** Each time that Slack has been asked whether it takes our token, and does. */
  onTokenTaken(): Promise<void>;
}

export interface LifecycleParts {
  bolt: App;
  /** Null in HTTP mode. */
  socket: Supervisor | null;
  work: WorkCount;
  log: Logger;
  timings: SlackTimings;
  host: string;
  hooks: LifecycleHooks;
}

export class Lifecycle {
  readonly #parts: LifecycleParts;
  readonly #stopping = new AbortController();
  readonly #token: TokenWatch;
  readonly #deafness: DeafnessWatch | null;
  #answered = false;
  #code = 'no_answer';

  constructor(parts: LifecycleParts) {
    this.#parts = parts;
    const { bolt, socket, timings, log, hooks } = parts;
    const ask = () => within(timings.answer, 'answer_timeout', bolt.client.auth.test());
    this.#token = new TokenWatch({ ask, everyMs: timings.token, log, onTaken: hooks.onTokenTaken });
    const { after, look } = timings.deaf;
    const answersForMs = () => this.#token.answersForMs;
    const watched = { answersForMs, deafAfterMs: after, lookEveryMs: look, hooks, log };
    this.#deafness = socket && new DeafnessWatch({ ...watched, outage: socket.outage });
  }

  async start(): Promise<void> {
    const { socket } = this.#parts;
    this.#deafness?.start();
    await this.#untilAnswered();
    await this.#token.start();
    await socket?.start();
  }

  /** Why Slack and we cannot work together now, in a word; null when we can. */
  problem(): string | null {
    const { socket } = this.#parts;
    if (this.#stopping.signal.aborted) return 'stopping';
    if (!this.#answered) return this.#code;
    if (this.#token.refusedWith !== null) return this.#token.refusedWith;
    if (socket === null || socket.isConnected) return null;
    return socket.outage.code ?? 'connecting';
  }

  /** By Slack's own word. */
  accessEnded(code: string): Promise<void> {
    return this.#token.heard(code);
  }

  /** What comes now is acted upon; until the very end, since it comes as long as we listen. */
  accepts(): boolean {
    return this.#answered;
  }

  /** A connection stays open so long as clicks come and are served: their answers have to go out through it. */
  async stop(limitMs: number): Promise<void> {
    this.#stopping.abort();
    const { socket, work, log } = this.#parts;
    socket?.stopConnecting();
    this.#token.stop();
    this.#deafness?.stop();
    await Promise.race([work.idle(), pause(limitMs)]);
    if (work.underWay > 0) log.warn({ underWay: work.underWay }, 'stopping with clicks under way');
    socket?.close();
  }

  async #untilAnswered(): Promise<void> {
    const { bolt, timings, log, host } = this.#parts;
    const { signal } = this.#stopping;
    for (let failures = 1; !signal.aborted; failures++) {
      try {
        await within(timings.answer, 'answer_timeout', bolt.init());
        this.#answered = true;
        return;
      } catch (thrown) {
        const failure = classify(thrown);
        this.#code = thrown instanceof ConnectionError ? thrown.code : failure.code;
        if (isTokenRefused(failure)) {
          throw new AppError('forbidden', botTokenRefused(this.#code), { cause: coerceError(thrown) });
        }
        log.warn({ code: this.#code, host }, 'Slack does not answer yet; leads are taken, cards follow');
        await pause(waitAfter(failures, timings, Math.random()), signal);
      }
    }
  }
}
