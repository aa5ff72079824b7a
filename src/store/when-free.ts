/** Waiting for a SQLite file without standing still: what another process has locked is tried again. */
import { setTimeout as wait } from 'node:timers/promises';

/** Who says nothing else is told after so long that the database is not to be had: a sender of leads hangs up soon after. */
export const LONGEST_WAIT_MS = 5_000;

const PAUSES = { first: 5, growth: 1.5, longest: 100 };

interface Trying {
  /** Asked before each pause; with false the lock of somebody else is the reason. */
  goesOn: () => boolean;
  /** What has begun is not begun again. */
  isBusy: (thrown: unknown) => boolean;
}

export async function whenFree<T>({ goesOn, isBusy }: Trying, run: () => Promise<T>): Promise<T> {
  for (let pause = PAUSES.first; ; pause = Math.min(PAUSES.longest, pause * PAUSES.growth)) {
    try {
      return await run();
    } catch (thrown) {
      if (!isBusy(thrown) || !goesOn()) throw thrown;
      await wait(pause);
    }
  }
}
