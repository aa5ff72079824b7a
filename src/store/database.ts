/**
 * The database and its one door for work: `transaction`. Store functions take the Tx that they are handed and nothing else;
 * on SQLite there is one connection, so whoever waits for the outer database inside a transaction waits for ever.
 */
import { existsSync } from 'node:fs';
import { CompiledQuery, Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../../migrations/index.ts';
import { refuse, refuseBecause } from '../domain/refusals.ts';
import { coerceError } from '../errors.ts';
import { type BotLock, lockBot } from './bot-lock.ts';
import { type DialectName, IN_MEMORY, openDialect, sqliteFileOf } from './dialects.ts';
import { CamelCaseResults } from './naming.ts';
import type { Schema } from './schema.ts';
import { type Signal, Tx } from './transaction.ts';

export class Database {
  readonly dialect: DialectName;
  readonly #kysely: Kysely<Schema>;
  readonly #listeners = new Map<Signal, Set<() => void>>();
  #botLock: BotLock | null = null;

  private constructor(kysely: Kysely<Schema>, dialect: DialectName) {
    this.#kysely = kysely;
    this.dialect = dialect;
  }

  static async open(url: string): Promise<Database> {
    const { name, dialect } = await openDialect(url);
    return new Database(new Kysely<Schema>({ dialect, plugins: [CAMEL_CASE] }), name);
  }

  /** For the bot, of which a SQLite file has one: a second one is refused. Up to date, and the bot's until it is closed. */
  static async openForBot(url: string): Promise<Database> {
    const file = sqliteFileOf(url);
    const lock = file === null || file === IN_MEMORY ? null : await lockBot(file);
    try {
      const db = await Database.open(url);
      db.#botLock = lock;
      await db.migrate();
      return db;
    } catch (thrown) {
      lock?.release();
      throw thrown;
    }
  }

  /** For those who only read: a database that is not there, or that holds nothing of ours, is refused and not made. */
  static async openExisting(url: string): Promise<Database> {
    const file = sqliteFileOf(url);
    if (file !== null && !existsSync(file)) throw refuse('database_missing', { file });
    const db = await Database.open(url);
    const tables = await db.#kysely.introspection.getTables();
    if (tables.some(({ name }) => name === 'lead')) return db;
    await db.close();
    throw refuse('database_empty');
  }

  /** Brings the schema up to date; harmless when two processes start at once. Steps name columns as the databases do. */
  async migrate(): Promise<void> {
    const provider = { getMigrations: async () => migrations };
    const db = this.#kysely.withoutPlugins();
    const { error } = await new Migrator({ db, provider }).migrateToLatest();
    if (error) throw coerceError(error);
  }

  /** One use case, one transaction. The work must wait for nothing but the database, and may be asked to begin again. */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { result, after } = await this.#commit(work);
    for (const hook of after.hooks) hook();
    for (const signal of after.signals) this.#emit(signal);
    return result;
  }

  /** PostgreSQL ends one of those that wait for each other, and keeps nothing of it: it has not happened, and is done again. */
  async #commit<T>(work: (tx: Tx) => Promise<T>): Promise<Committed<T>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(work);
      } catch (thrown) {
        const error = coerceError(thrown);
        if (attempt >= MOST_ATTEMPTS || !GAVE_WAY.test(codeOf(error))) throw translateOutage(error);
      }
    }
  }

  #attempt<T>(work: (tx: Tx) => Promise<T>): Promise<Committed<T>> {
    return this.#kysely.transaction().execute(async (handle) => {
      const tx = new Tx(handle, this.dialect);
      try {
        const result = await work(tx);
        return { result, after: tx.end() };
      } finally {
        tx.end();
      }
    });
  }

  /** Proves the connection, for readiness. */
  async ping(): Promise<void> {
    await this.#kysely.executeQuery(CompiledQuery.raw('select 1'));
  }

  /** Returns the function that ends the listening. */
  listen(signal: Signal, listener: () => void): () => void {
    const listeners = this.#listeners.get(signal) ?? new Set();
    this.#listeners.set(signal, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  #emit(signal: Signal): void {
    for (const listener of this.#listeners.get(signal) ?? []) listener();
  }

  async close(): Promise<void> {
    await this.#kysely.destroy();
    this.#botLock?.release();
  }
}

/** One for all databases of the process: it remembers each name that it has translated. Columns hold no rows within rows. */
const CAMEL_CASE = new CamelCaseResults();

interface Committed<T> {
  result: T;
  after: ReturnType<Tx['end']>;
}

const MOST_ATTEMPTS = 4;
/** Deadlock, serialization failure. */
const GAVE_WAY = /^40(P01|001)$/;

/** Failures of the database itself, not of what was asked: the caller may try again later. */
const OUTAGE_CODES =
  /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)|08|25006|40P01|40001|53|57P|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|EPIPE)/;
/** What pg says without a code when a connection is lost under a query. */
const OUTAGE_WORDS = /^(Connection terminated|Client has encountered a connection error)/;

function translateOutage(error: Error): Error {
  if (!OUTAGE_CODES.test(codeOf(error)) && !OUTAGE_WORDS.test(error.message)) return error;
  return refuseBecause(error, 'database_unavailable');
}

function codeOf(error: Error): string {
  return String((error as { code?: unknown }).code);
}
