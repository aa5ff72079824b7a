import type {
  CompiledQuery,
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryResult,
  RootOperationNode,
  Transaction,
  UnknownRow,
} from 'kysely';
import { refuse } from '../domain/refusals.ts';
import type { DialectName, SqliteConnection } from './dialects.ts';
import type { Recollection } from './memory.ts';
import type { Schema } from './schema.ts';

/** What other parts of the process may wait for: told after a commit, never before; of damage once, when it is met. */
export type Signal = 'outbox' | 'fetch' | 'files' | 'places' | 'damage';

/** At which places there is something new; null: anywhere. */
export type Places = ReadonlySet<string> | null;

type Signals = Map<Signal, Set<string> | null>;

/**
 * One open transaction, the first argument of every store function. A handle that is used after its end throws: a forgotten
 * `await` must not write outside of the transaction that it believes to be in.
 */
export class Tx {
  readonly dialect: DialectName;
  readonly #sql: Transaction<Schema>;
  readonly #hooks: (() => void)[] = [];
  readonly #signals: Signals = new Map();
  readonly #until: AbortSignal | undefined;
  readonly #memory: Recollection | null;
  readonly #sqlite: SqliteConnection | null;
  #ended = false;

  constructor(handle: Transaction<Schema>, { dialect, until, memory = null, sqlite = null }: TxParts) {
    this.#sql = handle.withPlugin(new Watch((node) => this.#watch(node)));
    this.dialect = dialect;
    this.#until = until;
    this.#memory = memory;
    this.#sqlite = sqlite;
  }

  get sql(): Transaction<Schema> {
    this.assertOpen();
    return this.#sql;
  }

  /** Of a query that was compiled before. */
  async rowsOf<Row>(query: CompiledQuery<Row>): Promise<Row[]> {
    this.#watch(query.query);
    return (await this.#sql.executeQuery(query)).rows;
  }

  /** On SQLite alone: an insert of one row, for each of these. Whether it came to be. */
  insertEach({ query, sql }: CompiledQuery<unknown>, rows: readonly (readonly unknown[])[]): boolean[] {
    this.#watch(query);
    if (!this.#sqlite) throw new Error('Rows are inserted one by one on SQLite alone');
    return this.#sqlite.insertEach(sql, rows);
  }

  /** What `read` has read of these tables before, while nobody has written to them. Shared by all, and not to be changed. */
  recall<T>(key: string, tables: readonly (keyof Schema)[], read: () => Promise<T>): Promise<T> {
    return this.#memory ? this.#memory.recall(key, tables, read) : read();
  }

  #watch(query: RootOperationNode): void {
    this.assertOpen();
    this.#memory?.notice(query);
  }

  /** Runs once the commit has succeeded, in order of registration; never after a rollback. */
  onCommit(hook: () => void): void {
    this.assertOpen();
    this.#hooks.push(hook);
  }

  /** Wakes whoever listens for the signal, once, after the commit. `place`: where alone there is something new. */
  wake(signal: Signal, place?: string): void {
    this.assertOpen();
    const places = this.#signals.get(signal) ?? (this.#signals.has(signal) ? null : new Set<string>());
    this.#signals.set(signal, place === undefined ? null : (places?.add(place) ?? null));
  }

  /** For Database.transaction alone. */
  end(): { hooks: readonly (() => void)[]; signals: Signals } {
    this.#ended = true;
    return { hooks: this.#hooks, signals: this.#signals };
  }

  assertOpen(): void {
    if (this.#ended) throw new Error('A transaction handle was used after its transaction had ended');
    // Nobody waits for it any more: nothing of it may be committed.
    if (this.#until?.aborted) throw refuse('database_unavailable');
  }
}

interface TxParts {
  dialect: DialectName;
  until?: AbortSignal | undefined;
  memory?: Recollection | null;
  /** The connection that it runs on. */
  sqlite?: SqliteConnection | null;
}

/** Sees each query: also those that were built in time and run too late. */
class Watch implements KyselyPlugin {
  readonly #see: (node: RootOperationNode) => void;

  constructor(see: (node: RootOperationNode) => void) {
    this.#see = see;
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    this.#see(node);
    return node;
  }

  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return args.result;
  }
}

/** For functions that must not be handed the outer database by mistake (JavaScript callers, `as` casts). */
export function assertTransaction(tx: unknown): asserts tx is Tx {
  if (!(tx instanceof Tx)) throw new Error('This needs the handle of an open transaction');
  tx.assertOpen();
}
