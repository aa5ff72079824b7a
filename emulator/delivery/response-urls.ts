import type { TimeSource } from '../clock.ts';
import type { NewId } from '../ids.ts';

/** What a response_url may speak to: one place, for one person, about one message. */
export interface ResponseTarget {
  channel: string;
  user: string;
  messageTs?: string;
  threadTs?: string;
}

const LIFETIME_MS = 30 * 60_000;
const USES = 5;

export class ResponseUrls {
  readonly #issued = new Map<string, { target: ResponseTarget; until: number; usesLeft: number }>();
  readonly #clock: TimeSource;
  readonly #newId: NewId;
  readonly #base: () => string;

  constructor(options: { clock: TimeSource; newId: NewId; base: () => string }) {
    this.#clock = options.clock;
    this.#newId = options.newId;
    this.#base = options.base;
  }

  issue(target: ResponseTarget): string {
    const id = this.#newId('response');
    this.#issued.set(id, { target, until: this.#clock.now() + LIFETIME_MS, usesLeft: USES });
    return `${this.#base()}actions/${id}`;
  }

  /** Takes one use; Slack says `used_url` for every reason not to. */
  use(id: string): ResponseTarget | undefined {
    const entry = this.#issued.get(id);
    if (entry === undefined || entry.usesLeft === 0 || this.#clock.now() > entry.until) return undefined;
    entry.usesLeft -= 1;
    return entry.target;
  }
}
