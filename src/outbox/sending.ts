/** Rows → Slack: lease, render, send outside of any transaction, record. Running it twice, or dying half-way, is fine. */
import { coerceError } from '../errors.ts';
import { type LeasedRow, placeOf } from '../store/outbox/lease.ts';
import { resetFutureTimes } from '../store/outbox/queue.ts';
import { clearTrouble } from '../store/outbox/trouble.ts';
import type { Places } from '../store/transaction.ts';
import type { IsLeft, OnAlert, OnLost } from './alert.ts';
import { type AttemptDeps, attempt } from './attempt.ts';
import { ClosedPlaces } from './closed-places.ts';
import { Lateness } from './lateness.ts';
import { type Batch, leaseBatch } from './lease.ts';
import { record } from './record.ts';
import type { AttemptResult } from './result.ts';
import { farthestOf } from './timings.ts';

export interface SendingDeps extends AttemptDeps {
  newId: (kind: string) => string;
  onAlert: OnAlert;
  onLost: OnLost;
  isLeft: IsLeft;
}

/** How many rows are sent at once, for different channels. */
export const PARALLEL = 8;

/** A step back of the clock that is more than replicas' clocks differ. */
const CLOCK_STEP_MS = 5_000;

const TIMES_EVERY_MS = 60_000;

/** Looking for them reads all that waits in threads. Whatever this process itself cancels or gives up has it look at once. */
const ORPHANS_EVERY_MS = 60_000;

export class Sending {
  readonly #deps: SendingDeps;
  #latestNow = 0;
  /** When stored times are looked at again. */
  #timesAt = 0;
  /** When replies whose message will never be posted are looked for again. */
  #orphansAt = 0;
  readonly #lateness: Lateness;
  readonly #closed = new ClosedPlaces();
  #authRefused: { code: string; probeAt: number; isTaken?: true } | null = null;
  /** What an earlier process was refused with may still be recorded. */
  #isOldTroubleOver = false;

  constructor(deps: SendingDeps) {
    this.#deps = deps;
    this.#lateness = new Lateness(deps);
  }

  /** Slack's word for refusing our token, while it does. */
  get authBroken(): string | null {
    return this.#authRefused?.isTaken ? null : (this.#authRefused?.code ?? null);
  }

  /**
   * Somebody has seen that Slack takes our token: all that waits is tried now. The trouble is over with the first message that goes out, so
   * that a token which is taken for one call and refused for another is not told of every minute.
   */
  async tokenIsTaken(): Promise<void> {
    if (this.#authRefused) this.#authRefused = { ...this.#authRefused, probeAt: 0, isTaken: true };
    else if (!this.#isOldTroubleOver) await this.#deps.db.transaction((tx) => clearTrouble(tx, 'auth'));
    this.#isOldTroubleOver = true;
  }

  /** When something new at these places may be sent; not after `now` where it may be at once. */
  opensAt(places: Places, now: number): number {
    return this.#closed.opensAt(places, now);
  }

  /** Sends what is due at `now`, once each. Returns how many rows it took. */
  async runOnce(now: number): Promise<number> {
    const { rows } = await this.lease(now, PARALLEL);
    await Promise.all(rows.map((row) => this.deliver(row)));
    return rows.length;
  }

  async lease(now: number, limit: number): Promise<Batch> {
    const { db, newId, timings } = this.#deps;
    await this.#correctTimes(now);
    if (this.#authRefused && now < this.#authRefused.probeAt)
      return { rows: [], closed: new Map(), wakeAt: this.#authRefused.probeAt };
    const allowed = this.authBroken === null ? limit : 1;
    const leaseToken = newId('lease');
    const seeksOrphans = now >= this.#orphansAt;
    const request = { now, limit: allowed, leaseToken, seeksOrphans, timings };
    const batch = await db.transaction((tx) => leaseBatch(tx, request));
    if (seeksOrphans) this.#orphansAt = now + ORPHANS_EVERY_MS;
    for (const [lane, until] of batch.closed) this.#closed.close(lane, until);
    for (const row of batch.rows) this.#close(row, now + timings.lease);
    await this.#lateness.look(now);
    return batch;
  }

  /** At the start and once a minute by what may be; when the clock goes back, whatever was planned by the old one. */
  async #correctTimes(now: number): Promise<void> {
    const { db, timings } = this.#deps;
    const wentBack = now < this.#latestNow - CLOCK_STEP_MS;
    if (wentBack || now >= this.#timesAt) {
      const farthest = farthestOf(timings);
      const planned = wentBack ? { nextAttempt: 0, lease: farthest.lease, probe: 0, pause: 0 } : farthest;
      await db.transaction((tx) => resetFutureTimes(tx, now, planned));
      this.#timesAt = now + TIMES_EVERY_MS;
    }
    this.#latestNow = wentBack ? now : Math.max(now, this.#latestNow);
    if (!wentBack) return;
    this.#closed.clear();
    this.#orphansAt = now;
    if (this.#authRefused) this.#authRefused.probeAt = now;
  }

  /** Never throws: what could not be recorded is found by its lease running out. */
  async deliver(row: LeasedRow): Promise<void> {
    const { db, clock, timings, onAlert, onLost, isLeft, logger } = this.#deps;
    try {
      const result = await attempt(this.#deps, row);
      const now = clock.now();
      this.#log(row, result);
      const held = await db.transaction((tx) =>
        record(tx, { row, result, now, timings, onAlert, onLost, isLeft }),
      );
      this.#close(row, Math.max(now + timings.channel, result.pausedUntil ?? 0, result.alert?.probeAt ?? 0));
      if (!held)
        logger.warn({ id: row.id, kind: row.kind }, 'An outbox row was taken over by another worker');
      if (/^(failed|cancelled)$/.test(result.row.status)) this.#orphansAt = 0;
      await this.#noteAuth(result, now);
    } catch (thrown) {
      logger.error(
        { err: coerceError(thrown), id: row.id, kind: row.kind },
        'An outbox row could not be recorded',
      );
    }
  }

  /** Posts to one channel leave one after the other. */
  #close({ lane, target }: LeasedRow, until: number): void {
    if (lane === 'post') this.#closed.close(placeOf({ lane, target }), until);
  }

  async #noteAuth(result: AttemptResult, now: number): Promise<void> {
    if (result.authRefused) {
      this.#authRefused = { code: result.authRefused, probeAt: now + this.#deps.timings.authProbe };
    } else if (this.#authRefused && result.row.status === 'sent') {
      this.#authRefused = null;
      await this.#deps.db.transaction((tx) => clearTrouble(tx, 'auth'));
    }
  }

  #log(row: LeasedRow, { row: after }: AttemptResult): void {
    const { logger } = this.#deps;
    const what = { id: row.id, kind: row.kind, ref: row.ref, lane: row.lane, attempts: row.attempts };
    if (after.lastFailure === null) logger.debug({ ...what, status: after.status }, 'Outbox row');
    else logger.warn({ ...what, status: after.status, failure: after.lastFailure }, 'Outbox row not sent');
  }
}
