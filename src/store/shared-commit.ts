/**
 * SQLite's commits are shared: whatever has come while one was written to disk is committed together, each unit of work in a savepoint of its own,
 * and answered after that. A commit waits for the disk, and fifty callers that wait each for their own are no faster than one.
 *
 * A unit that fails takes nothing but itself back. Where SQLite has rolled back everything, as it does when the disk is full, or where the
 * commit fails, those who shared it are done again, each alone.
 */
import { sql, type Transaction } from 'kysely';
import { refuse } from '../domain/refusals.ts';
import type { SqliteConnection } from './dialects.ts';
import { Memory, type Recollection } from './memory.ts';
import type { Schema } from './schema.ts';
import { Tx } from './transaction.ts';
import { LONGEST_WAIT_MS, whenFree } from './when-free.ts';

/** Enough to make the disk's part small; whoever came first waits no longer than anybody notices. */
const SHARED = { most: 64, withinMs: 20 };

/** Whether somebody has waited too long. */
const LOOK_EVERY_MS = 100;

/** Clicks go first; what takes long shares with nobody, who would have to wait for it. */
export type Order = 'first' | 'usual' | 'alone';

export interface Begin {
  /** Says that it is too late: nothing of it is committed then. */
  until?: AbortSignal | undefined;
  order?: Order;
  /** Where this is still remembered, it is the answer, and no transaction begins; see `Tx.recall`. */
  known?: string;
}

export interface Committed<T> {
  result: T;
  after: ReturnType<Tx['end']>;
}

/** How units of work are committed. */
export interface Commits {
  /** Refuses what is too late. */
  run<T>(work: Work<T>, begin: Begin): Promise<Committed<T>>;
  /** What is remembered under this key without a transaction; undefined where it is not. */
  recall(key: string): unknown;
  /** Of connections that nobody else closes. */
  close(): Promise<void>;
}

type Work<T> = (tx: Tx) => Promise<T>;
type Handle = Transaction<Schema>;

interface Parts {
  /** One transaction around what is done with its handle. */
  begin: (run: (handle: Handle) => Promise<void>) => Promise<void>;
  connection: SqliteConnection;
  isBusy: (thrown: unknown) => boolean;
}

export class SharedCommit implements Commits {
  readonly #parts: Parts;
  readonly #memory = new Memory();
  readonly #waiting: Record<Order, Unit[]> = { first: [], usual: [], alone: [] };
  #isRunning = false;
  /** Whose turn it is when both wait: those who share, or somebody who does not. */
  #alonesTurn = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Refuses with `database_unavailable` what had to wait too long to begin, or is too late in the end. */
  run<T>(work: Work<T>, { until, order = 'usual' }: Begin): Promise<Committed<T>> {
    return new Promise((resolve, reject) => {
      this.#waiting[order].push(
        new Unit({ work, until, order, reject, resolve: resolve as Unit['parts']['resolve'] }),
      );
      if (this.#isRunning) return;
      this.#isRunning = true;
      // Whatever else has arrived by now is read first, and shares.
      setImmediate(() => void this.#runAll());
    });
  }

  async close(): Promise<void> {}

  /** Undefined where it is not remembered. */
  recall(key: string): unknown {
    return this.#memory.peek(key, this.#parts.connection.dataVersion());
  }

  async #runAll(): Promise<void> {
    const watch = setInterval(() => this.#dismissLate(), LOOK_EVERY_MS);
    while (this.#hasWaiting()) {
      await this.#runTogether();
      // Between two commits the process reads what has come, and answers.
      await new Promise(setImmediate);
    }
    clearInterval(watch);
    this.#isRunning = false;
  }

  async #runTogether(): Promise<void> {
    const round: Round = { done: [], begun: false, isBroken: false };
    const isBusy = (thrown: unknown) => !round.begun && this.#parts.isBusy(thrown);
    const goesOn = () => this.#dismissLate();
    try {
      await whenFree({ isBusy, goesOn }, () => this.#begin((opened) => this.#runRound(opened, round)));
      for (const unit of round.done) unit.succeed();
    } catch (thrown) {
      if (!round.begun) this.#take()?.parts.reject(thrown);
      else await this.#runAgain(round, thrown);
    }
  }

  async #runRound(opened: Opened, round: Round): Promise<void> {
    round.begun = true;
    const end = performance.now() + SHARED.withinMs;
    for (let unit = this.#take(); unit; unit = this.#takeShared()) {
      if (await this.#runUnit(opened, unit, round)) round.done.push(unit);
      if (unit.parts.order === 'alone' || round.done.length >= SHARED.most || performance.now() >= end) break;
    }
  }

  /** False: it failed and is told so. Throws where the whole transaction has gone with it. */
  async #runUnit(opened: Opened, unit: Unit, round: Round): Promise<boolean> {
    const { handle } = opened;
    try {
      await SAVEPOINT.execute(handle);
      await unit.run(opened);
      await RELEASE.execute(handle);
      return true;
    } catch (thrown) {
      unit.parts.reject(thrown);
      round.isBroken = true;
      if (!this.#parts.connection.isInTransaction()) throw thrown;
      await BACK_TO_SAVEPOINT.execute(handle);
      await RELEASE.execute(handle);
      round.isBroken = false;
      return false;
    }
  }

  /** Nothing of it is in the database. Who alone could be the reason is told; the others are tried each alone. */
  async #runAgain({ done, isBroken }: Round, thrown: unknown): Promise<void> {
    const [only, ...others] = done;
    if (only && others.length === 0 && !isBroken) return only.parts.reject(thrown);
    for (const unit of done) await this.#runAlone(unit);
  }

  async #runAlone(unit: Unit): Promise<void> {
    const round: Round = { done: [], begun: true, isBroken: false };
    try {
      await this.#begin(async (opened) => {
        if (await this.#runUnit(opened, unit, round)) round.done.push(unit);
      });
      for (const done of round.done) done.succeed();
    } catch (thrown) {
      unit.parts.reject(thrown);
    }
  }

  #begin(run: (opened: Opened) => Promise<void>): Promise<void> {
    const { connection } = this.#parts;
    return this.#parts.begin((handle) =>
      run({ handle, sqlite: connection, memory: this.#memory.during(connection.dataVersion()) }),
    );
  }

  #hasWaiting(): boolean {
    return ORDERS.some((order) => this.#waiting[order].length > 0);
  }

  /** Those who wait no longer. False: nobody does. */
  #dismissLate(): boolean {
    const now = performance.now();
    for (const order of ORDERS) {
      const waiting = this.#waiting[order];
      this.#waiting[order] = waiting.filter((unit) => !unit.isLate(now));
      for (const unit of waiting) if (unit.isLate(now)) unit.dismiss();
    }
    return this.#hasWaiting();
  }

  /** The next of all. */
  #take(): Unit | undefined {
    const alone = this.#alonesTurn ? this.#takeFrom('alone') : undefined;
    const unit = alone ?? this.#takeShared() ?? this.#takeFrom('alone');
    this.#alonesTurn = unit?.parts.order !== 'alone';
    return unit;
  }

  #takeShared(): Unit | undefined {
    return this.#takeFrom('first') ?? this.#takeFrom('usual');
  }

  #takeFrom(order: Order): Unit | undefined {
    const waiting = this.#waiting[order];
    for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
      if (!unit.isLate(performance.now())) return unit;
      unit.dismiss();
    }
    return undefined;
  }
}

const ORDERS = ['first', 'usual', 'alone'] as const;

interface Opened {
  handle: Handle;
  memory: Recollection;
  sqlite: SqliteConnection;
}

/** One transaction, with all that shares it. */
interface Round {
  /** In the order in which they came. */
  done: Unit[];
  begun: boolean;
  /** One of them has failed, and could not be taken back alone: SQLite itself has rolled back everything. */
  isBroken: boolean;
}

const SAVEPOINT = sql`savepoint unit`;
const BACK_TO_SAVEPOINT = sql`rollback to unit`;
const RELEASE = sql`release unit`;

interface UnitParts {
  work: Work<unknown>;
  order: Order;
  until: AbortSignal | undefined;
  resolve: (committed: Committed<unknown>) => void;
  reject: (reason: unknown) => void;
}

/** One use case's work, on its way. */
class Unit {
  readonly parts: UnitParts;
  readonly #since = performance.now();
  #done: Committed<unknown> | null = null;

  constructor(parts: UnitParts) {
    this.parts = parts;
  }

  isLate(now: number): boolean {
    const { until } = this.parts;
    return until ? until.aborted : now - this.#since > LONGEST_WAIT_MS;
  }

  async run({ handle, ...opened }: Opened): Promise<void> {
    const { work, until } = this.parts;
    const tx = new Tx(handle, { dialect: 'sqlite', until, ...opened });
    try {
      tx.assertOpen();
      const result = await work(tx);
      tx.assertOpen();
      this.#done = { result, after: tx.end() };
    } finally {
      tx.end();
    }
  }

  dismiss(): void {
    this.parts.reject(refuse('database_unavailable'));
  }

  succeed(): void {
    if (this.#done) this.parts.resolve(this.#done);
  }
}
