/**
 * Waiting for SQLite without standing still: within the process one transaction comes after the other, and what another process has locked is
 * tried again.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { refuse } from '../domain/refusals.ts';

/** Who says nothing else is told after so long that the database is not to be had: a sender of leads hangs up soon after. */
export const LONGEST_WAIT_MS = 5_000;

/** Asked for by those who must wait, which are few. */
type Until = () => AbortSignal;

/** Who stops waiting is passed over. */
export class Turns {
  #isTaken = false;
  readonly #waiting = new Set<() => void>();

  /** Resolves when it is one's turn, which is then to be passed on; refuses when it is too late. */
  async take(until: Until): Promise<void> {
    if (this.#isTaken) return this.#wait(until());
    this.#isTaken = true;
  }

  pass(): void {
    const [next] = this.#waiting;
    if (next) next();
    else this.#isTaken = false;
  }

  #wait(until: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.delete(come);
        reject(refuse('database_unavailable'));
      };
      const come = () => {
        this.#waiting.delete(come);
        until.removeEventListener('abort', leave);
        resolve();
      };
      if (until.aborted) return leave();
      this.#waiting.add(come);
      until.addEventListener('abort', leave, { once: true });
    });
  }
}

const PAUSES = { first: 5, growth: 1.5, longest: 100 };

interface Trying {
  until: Until;
  /** What has begun is not begun again. */
  isBusy: (thrown: unknown) => boolean;
}

/** Again and again while somebody else has the lock; in the end with their lock as the reason. */
export async function whenFree<T>({ until, isBusy }: Trying, run: () => Promise<T>): Promise<T> {
  for (let pause = PAUSES.first; ; pause = Math.min(PAUSES.longest, pause * PAUSES.growth)) {
    try {
      return await run();
    } catch (thrown) {
      if (!isBusy(thrown)) throw thrown;
      await wait(pause, undefined, { signal: until() }).catch(() => {
        throw thrown;
      });
    }
  }
}
