import type { Logger } from '../../logger.ts';

/** Since when Slack does not reach us, and why; said in the log when it begins, at each failure and when it is over. */
export class Outage {
  /** There was a connection before. */
  wasConnected = false;
  readonly #log: Logger;
  #since: number | null = performance.now();
  #code: string | null = null;
  #refusedWith: string | null = null;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Slack's word for refusing our token, while it does. */
  get refusedWith(): string | null {
    return this.#refusedWith;
  }

  /** The last that went wrong, while it lasts. */
  get code(): string | null {
    return this.#since === null ? null : this.#code;
  }

  /** How long it has lasted; null while we are connected. */
  get lastsMs(): number | null {
    return this.#since === null ? null : performance.now() - this.#since;
  }

  began(code: string): void {
    this.#since = performance.now();
    this.#code = code;
    this.#log.info({ code }, 'the connection to Slack is lost');
  }

  failed(code: string, how: 'refused' | 'unreachable'): void {
    this.#code = code;
    if (how === 'unreachable') {
      this.#refusedWith = null;
      return void this.#log.info({ code }, NO_CONNECTION);
    }
    // One line, however often it is tried.
    if (this.#refusedWith !== code) this.#log.error({ code, variable: 'SLACK_APP_TOKEN' }, REFUSED);
    this.#refusedWith = code;
  }

  ended(): void {
    const lasted = this.lastsMs;
    const seconds = lasted === null ? {} : { seconds: Math.round(lasted / 1000) };
    const back = this.wasConnected && lasted !== null;
    this.#log.info(seconds, back ? 'connected to Slack again' : 'connected to Slack');
    this.wasConnected = true;
    this.#since = null;
    this.#code = null;
    this.#refusedWith = null;
  }
}

const NO_CONNECTION = 'a connection to Slack could not be opened';
const REFUSED = 'Slack refuses a token; leads are taken, and it is tried again every five minutes';
