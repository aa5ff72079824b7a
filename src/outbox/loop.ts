/**
 * Keeps the outbox going: wakes on commit, when something falls due, and once a sweep. The clock is asked again at each wake, so one
 * that jumps forward or back is noticed within a sweep.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { coerceError } from '../errors.ts';
import { oldestLiveWait } from '../store/outbox/live-wait.ts';
import { longestPause } from '../store/outbox/pace.ts';
import { countByStatus, oldestWait } from '../store/outbox/queue.ts';
import { listTroubles, type Trouble } from '../store/outbox/trouble.ts';
import type { Places } from '../store/transaction.ts';
import { PARALLEL, Sending, type SendingDeps } from './sending.ts';

export interface OutboxHealth {
  /** Epoch ms since the oldest unsent row was enqueued; null when none waits. */
  oldestDueAge: number | null;
  /** How long (ms) a lead that came by itself has waited to be posted; null when none does. */
  oldestLiveAge: number | null;
  /** The longest pause that Slack has asked for; 0 when there is none. */
  pausedMs: number;
  counts: Awaited<ReturnType<typeof countByStatus>>;
  /** Slack's word for refusing our token, while it does. */
  authBroken: string | null;
  troubles: Trouble[];
}

export class Outbox {
  readonly #deps: SendingDeps;
  readonly #delivery: Sending;
  readonly #inFlight = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;
  #wakesAt = Number.POSITIVE_INFINITY;
  #unlisten: (() => void) | undefined;
  #leasing: Promise<void> | undefined;
  #wokenMeanwhile = false;

  constructor(deps: SendingDeps) {
    this.#deps = deps;
    this.#delivery = new Sending(deps);
  }

  start(): void {
    this.#unlisten ??= this.#deps.db.listen('outbox', (places) => this.#wakeFor(places));
    this.#wake();
  }

  /** Leases nothing more and waits for what is being sent. False: some of it was still under way; it is looked up after the restart. */
  async stop(): Promise<boolean> {
    this.#unlisten?.();
    this.#unlisten = undefined;
    clearTimeout(this.#timer);
    await this.#leasing;
    const limit = new AbortController();
    const done = Promise.all(this.#inFlight).then(() => true);
    const late = wait(this.#deps.timings.stop, false, { signal: limit.signal }).catch(() => false);
    const finished = await Promise.race([done, late]);
    limit.abort();
    return finished;
  }

  /** For tests and commands: sends until nothing is due at `now`. What pace or back-off holds back stays. */
  async drain(now: number): Promise<void> {
    while ((await this.#delivery.runOnce(now)) > 0);
  }

  async health(now: number): Promise<OutboxHealth> {
    return this.#deps.db.transaction(async (tx) => ({
      oldestDueAge: await oldestWait(tx, now),
      oldestLiveAge: await oldestLiveWait(tx, now),
      counts: await countByStatus(tx),
      pausedMs: await longestPause(tx, now),
      authBroken: this.#delivery.authBroken,
      troubles: await listTroubles(tx),
    }));
  }

  /** Slack's word for refusing our token, while it does. */
  get authBroken(): string | null {
    return this.#delivery.authBroken;
  }

  /** Somebody has seen that Slack takes our token. */
  async tokenIsTaken(): Promise<void> {
    await this.#delivery.tokenIsTaken();
    this.#wake();
  }

  /** What has just been enqueued may have to wait for its turn: then nobody is asked before. */
  #wakeFor(places: Places): void {
    const now = this.#deps.clock.now();
    const opensAt = this.#delivery.opensAt(places, now);
    if (opensAt <= now) this.#wake();
    else this.#sleepUntil(opensAt, now);
  }

  #wake(): void {
    if (!this.#unlisten) return;
    if (this.#leasing) {
      this.#wokenMeanwhile = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#wakesAt = Number.POSITIVE_INFINITY;
    this.#leasing = this.#lease().finally(() => {
      this.#leasing = undefined;
      if (!this.#wokenMeanwhile) return;
      this.#wokenMeanwhile = false;
      this.#wake();
    });
  }

  async #lease(): Promise<void> {
    const { clock, timings, logger } = this.#deps;
    const now = clock.now();
    let next = now + timings.sweep;
    try {
      const free = PARALLEL - this.#inFlight.size;
      const { rows, wakeAt } = free > 0 ? await this.#delivery.lease(now, free) : { rows: [], wakeAt: null };
      for (const row of rows) this.#send(this.#delivery.deliver(row));
      next = Math.min(next, wakeAt ?? next);
    } catch (thrown) {
      logger.error({ err: coerceError(thrown) }, 'The outbox could not read the database');
    }
    this.#sleepUntil(next, now);
  }

  /** Or until something is to be done earlier. */
  #sleepUntil(at: number, now: number): void {
    if (!this.#unlisten || at >= this.#wakesAt) return;
    this.#wakesAt = at;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wake(), Math.max(1, at - now));
  }

  #send(sending: Promise<void>): void {
    this.#inFlight.add(sending);
    void sending.finally(() => {
      this.#inFlight.delete(sending);
      this.#wake();
    });
  }
}
