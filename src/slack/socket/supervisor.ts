/**
 * Keeps us connected to Slack, whatever comes. There is one connection, and two while Slack ends one: the next is open before the last is
 * left, and what came by the last is served to its end. Whatever fails is tried again, quickly first and then at growing distances; a
 * refused token every few minutes. Nothing here ends the process.
 */
import { AppError, coerceError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { classify } from '../failures.ts';
import { appTokenRefused } from '../token-refused.ts';
import { isTokenRefused, waitAfter } from './back-off.ts';
import { type Connection, type ConnectionListener, openConnection } from './connection.ts';
import type { Frame } from './frames.ts';
import { ConnectionError, pause } from './limit.ts';
import { Outage } from './outage.ts';
import type { SocketTimings } from './timings.ts';

type Told = Exclude<Frame, { kind: 'hello' }>;

export interface SupervisorOptions {
  askAddress: () => Promise<string>;
  /** What is not about the connection itself. */
  heard: (frame: Exclude<Told, { kind: 'disconnect' }>, connection: Connection) => Promise<void>;
  timings: SocketTimings;
  log: Logger;
  /** In [0, 1). */
  chance: () => number;
}

export class Supervisor {
  readonly outage: Outage;
  readonly #options: SupervisorOptions;
  readonly #connections = new Set<Connection>();
  readonly #stopping = new AbortController();
  readonly #started = Promise.withResolvers<void>();
  readonly #listener: ConnectionListener = {
    heard: (frame, connection) => this.#hear(frame, connection),
    ended: (code, connection) => this.#forget(code, connection),
  };
  #isConnecting = false;
  /** Connections in a row that did not hold, and with them the tries that failed since. */
  #breaks = 0;
  #failures = 0;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.outage = new Outage(options.log);
  }

  /** Resolves with the first connection. Rejects with AppError when Slack refuses the token before there was any. */
  start(): Promise<void> {
    void this.#connect();
    return this.#started.promise;
  }

  get isConnected(): boolean {
    return [...this.#connections].some(({ isOpen }) => isOpen);
  }

  /** Opens none any more; those that are open are served until `close`. */
  stopConnecting(): void {
    this.#stopping.abort();
    this.#started.resolve();
  }

  close(): void {
    this.stopConnecting();
    for (const connection of this.#connections) connection.close();
  }

  get #hasCurrent(): boolean {
    return [...this.#connections].some(({ isLeaving }) => !isLeaving);
  }

  async #connect(): Promise<void> {
    if (this.#isConnecting) return;
    this.#isConnecting = true;
    const { signal } = this.#stopping;
    while (!signal.aborted && !this.#hasCurrent) {
      if (this.#failures > 0) await pause(this.#wait(this.#failures), signal);
      if (!signal.aborted) await this.#tryOnce();
    }
    this.#isConnecting = false;
  }

  async #tryOnce(): Promise<void> {
    const { askAddress, timings } = this.#options;
    try {
      const connection = await openConnection(await askAddress(), { timings, listener: this.#listener });
      this.#admit(connection);
    } catch (thrown) {
      await this.#afterFailure(thrown);
    }
  }

  #admit(connection: Connection): void {
    if (this.#stopping.signal.aborted) {
      connection.close();
      return;
    }
    for (const old of this.#connections) old.leave();
    this.#connections.add(connection);
    this.#failures = this.#breaks;
    this.outage.ended();
    this.#started.resolve();
  }

  async #afterFailure(thrown: unknown): Promise<void> {
    const { timings } = this.#options;
    const failure = classify(thrown);
    const code = thrown instanceof ConnectionError ? thrown.code : failure.code;
    this.outage.failed(code, isTokenRefused(failure) ? 'refused' : 'unreachable');
    if (isTokenRefused(failure)) {
      if (!this.outage.wasConnected) return this.#giveUp(code, thrown);
      this.#failures = 0;
      return pause(timings.refused, this.#stopping.signal);
    }
    this.#failures += 1;
    if (failure.retryAfterMs === null) return;
    await pause(Math.min(failure.retryAfterMs, timings.retry.asked), this.#stopping.signal);
  }

  /** Waiting would not help, and nobody has been served yet: whoever starts us reads why. */
  #giveUp(code: string, thrown: unknown): void {
    this.#started.reject(new AppError('forbidden', appTokenRefused(code), { cause: coerceError(thrown) }));
    this.#stopping.abort();
  }

  #wait(failures: number): number {
    const { timings, chance } = this.#options;
    return waitAfter(failures, timings, chance());
  }

  async #hear(frame: Told, connection: Connection): Promise<void> {
    if (frame.kind !== 'disconnect') return this.#options.heard(frame, connection);
    this.#options.log.info({ code: frame.reason }, 'Slack asks for another connection');
    connection.isLeaving = true;
    this.#replace(connection);
  }

  #forget(code: string, connection: Connection): void {
    this.#connections.delete(connection);
    if (this.#stopping.signal.aborted) return;
    if (!this.isConnected) this.outage.began(code);
    if (!connection.isLeaving) this.#replace(connection);
  }

  /** After one that held the next is tried at once; where they break off one after the other, the waits grow. */
  #replace({ openedAt }: Connection): void {
    const wasSteady = performance.now() - openedAt >= this.#options.timings.steady;
    this.#breaks = wasSteady ? 0 : this.#breaks + 1;
    this.#failures = this.#breaks;
    void this.#connect();
  }
}
