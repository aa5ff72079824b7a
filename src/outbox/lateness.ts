import type { Logger } from '../logger.ts';
import type { Database } from '../store/database.ts';
import { oldestLiveWait } from '../store/outbox/live-wait.ts';

/** How often it is looked at. */
const EVERY_MS = 10_000;
const LATE_MS = 60_000;
/** As long as it stays so, it is said again this often. */
const AGAIN_MS = 10 * 60_000;

interface Deps {
  db: Database;
  logger: Logger;
}

/** Says in the log when the oldest live lead waits for its card for longer than a minute, and when that is over. */
export class Lateness {
  readonly #deps: Deps;
  #lookAt = Number.NEGATIVE_INFINITY;
  #warnAt: number | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async look(now: number): Promise<void> {
    // A clock that was put back begins again.
    if (now < this.#lookAt && this.#lookAt - now <= EVERY_MS) return;
    this.#lookAt = now + EVERY_MS;
    const waited = await this.#deps.db.transaction((tx) => oldestLiveWait(tx, now));
    const isLate = waited !== null && waited > LATE_MS;
    if (isLate && (this.#warnAt === null || now >= this.#warnAt)) {
      this.#warnAt = now + AGAIN_MS;
      this.#deps.logger.warn(
        { waitedMs: waited },
        'new leads reach Slack late; `tango outbox` says what waits',
      );
    }
    if (!isLate && this.#warnAt !== null) {
      this.#warnAt = null;
      this.#deps.logger.info({}, 'new leads reach Slack in time again');
    }
  }
}
