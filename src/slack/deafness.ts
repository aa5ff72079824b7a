import type { Logger } from '../logger.ts';
import type { Outage } from './socket/outage.ts';

export interface DeafnessHooks {
  /** Slack has not reached us for some minutes: the word of what went wrong last. Called once for each time that it is so. */
  onDeaf(code: string): Promise<void>;
  /** Slack reaches us: after the start, and after each time that it did not. */
  onHearing(): Promise<void>;
}

interface Options {
  outage: Outage;
  /** For how long a message could have been sent; null while none can. Where Slack is away altogether there is nothing to be told. */
  answersForMs: () => number | null;
  deafAfterMs: number;
  lookEveryMs: number;
  hooks: DeafnessHooks;
  log: Logger;
}

/** Looks whether Slack reaches us. A short gap is for the log; one of minutes is for people, since every click fails. */
export class DeafnessWatch {
  readonly #options: Options;
  #told: 'deaf' | 'hearing' | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => this.#look(), this.#options.lookEveryMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { outage, answersForMs, deafAfterMs, hooks } = this.#options;
    const lasts = outage.lastsMs;
    const isDeaf = Math.min(lasts ?? 0, answersForMs() ?? 0) >= deafAfterMs;
    if (lasts === null && this.#told !== 'hearing') this.#tell('hearing', hooks.onHearing());
    if (isDeaf && this.#told !== 'deaf') this.#tell('deaf', hooks.onDeaf(outage.code ?? 'no_answer'));
  }

  /** Where the database is out as well, it is told at the next look. */
  #tell(what: 'deaf' | 'hearing', telling: Promise<void>): void {
    this.#told = what;
    telling.catch((thrown: unknown) => {
      this.#told = null;
      const err = thrown instanceof Error ? thrown : new Error('unknown');
      this.#options.log.warn({ err }, 'managers could not be told about the connection to Slack');
    });
  }
}
