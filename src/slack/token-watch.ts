import { coerceError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { classify } from './failures.ts';
import { isTokenRefused } from './socket/back-off.ts';

interface Options {
  /** Throws where Slack does not take the token. */
  ask: () => Promise<unknown>;
  everyMs: number;
  log: Logger;
  onTaken: () => Promise<void>;
}

/** Whether Slack takes our bot token, asked now and then: it can be revoked at any time, and nobody may be writing just then. */
export class TokenWatch {
  readonly #options: Options;
  /** What an event has said, until Slack takes the token. */
  #heard: string | null = null;
  #refusedWith: string | null = null;
  #answersSince: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Slack's word for it, while it refuses. */
  get refusedWith(): string | null {
    return this.#heard ?? this.#refusedWith;
  }

  /** For how long Slack has answered and taken it; null while it does not. */
  get answersForMs(): number | null {
    return this.#answersSince === null ? null : performance.now() - this.#answersSince;
  }

  /** Slack has taken it just now. */
  async start(): Promise<void> {
    await this.#taken();
    this.#timer = setInterval(() => void this.look(), this.#options.everyMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Slack has told that our access has ended. It is asked: another app's token, or an old one, is no matter of ours. */
  async heard(code: string): Promise<void> {
    const { log } = this.#options;
    if (this.#heard !== code)
      log.error(
        { code },
        'Slack says that it lets Tango in no longer: install the app again, then start with its new token',
      );
    this.#heard = code;
    await this.look();
  }

  /** Never throws. No answer at all says nothing about the token. */
  async look(): Promise<void> {
    try {
      await this.#options.ask();
    } catch (thrown) {
      this.#answersSince = null;
      const failure = classify(thrown);
      if (isTokenRefused(failure)) this.#refused(failure.code);
      return;
    }
    await this.#taken();
  }

  async #taken(): Promise<void> {
    const { log, onTaken } = this.#options;
    this.#answersSince ??= performance.now();
    if (this.refusedWith !== null) log.info({}, 'Slack takes the token again');
    this.#heard = null;
    this.#refusedWith = null;
    await onTaken().catch((thrown: unknown) => {
      log.warn({ err: coerceError(thrown) }, 'that Slack takes the token could not be recorded');
    });
  }

  #refused(code: string): void {
    const { log } = this.#options;
    const said = { code, variable: 'SLACK_BOT_TOKEN' };
    if (this.#refusedWith !== code)
      log.error(said, 'Slack refuses a token: nothing is sent until that is mended');
    this.#refusedWith = code;
  }
}
