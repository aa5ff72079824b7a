/** How often something may happen, by key: so many at once, and so many a second from then on. */
import { SECOND } from '../../domain/time/duration.ts';
import { Latest } from './latest.ts';

export interface Rate {
  burst: number;
  perSecond: number;
}

export class Buckets {
  /** When the bucket of a key is full again. */
  readonly #fullAt = new Latest();
  readonly #interval: number;
  readonly #capacity: number;

  constructor({ burst, perSecond }: Rate) {
    this.#interval = SECOND / perSecond;
    this.#capacity = burst * this.#interval;
  }

  /** Milliseconds until it may happen; 0: now. */
  wait(key: string, now: number): number {
    return Math.max(0, this.#fullFrom(key, now) + this.#interval - this.#capacity - now);
  }

  /** The same; where it is 0, it has happened. */
  take(key: string, now: number): number {
    const wait = this.wait(key, now);
    if (wait === 0) this.#fullAt.set(key, this.#fullFrom(key, now) + this.#interval);
    return wait;
  }

  /** Further ahead than it takes to fill an empty one: the clock has gone back, and the bucket is taken for full. */
  #fullFrom(key: string, now: number): number {
    const fullAt = this.#fullAt.get(key) ?? now;
    return fullAt > now + this.#capacity ? now : Math.max(fullAt, now);
  }
}
