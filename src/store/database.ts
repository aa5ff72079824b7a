/**
 * The database and its one door for work: `transaction`. Store functions take the Tx that they are handed and nothing else;
 * on SQLite there is one connection, so whoever waits for the outer database inside a transaction waits for ever.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { CompiledQuery, type Dialect, Kysely, sql, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../../migrations/index.ts';
import { refuse, refuseBecause } from '../domain/refusals.ts';
import { coerceError } from '../errors.ts';
import { type BotLock, lockBot } from './bot-lock.ts';
import { type DialectName, IN_MEMORY, type Opening, openDialect, sqliteFileOf } from './dialects.ts';
import { isLostName } from './named-texts.ts';
import { CamelCaseResults } from './naming.ts';
import { assertSameTables, openingRefusal } from './opening.ts';
import { OwnCommit } from './own-commit.ts';
import type { RememberedVersion } from './remembered-version.ts';
import type { Schema } from './schema.ts';
import { type Begin, type Commits, type Committed, SharedCommit } from './shared-commit.ts';
import type { Places, Signal, Tx } from './transaction.ts';
import { whenFree } from './when-free.ts';

export class Database {
  readonly dialect: DialectName;
  readonly #url: string;
  readonly #kysely: Kysely<Schema>;
  readonly #commits: Commits;
  readonly #version: RememberedVersion | null;
  readonly #listeners: Listeners;
  #botLock: BotLock | null = null;
  #isDamaged = false;

  private constructor({ dialect, url, kysely, commits, version, listeners }: Parts) {
    this.dialect = dialect;
    this.#url = url;
    this.#kysely = kysely;
    this.#commits = commits;
    this.#version = version;
    this.#listeners = listeners;
  }

  static async open(url: string, opening: Opening = {}): Promise<Database> {
    const opened = await asRefusal(url, () => openDialect(url, opening));
    const { name, version } = opened;
    const kysely = kyselyOf(opened.dialect);
    const begin = (run: (handle: Transaction<Schema>) => Promise<void>) => kysely.transaction().execute(run);
    const commits =
      opened.name === 'sqlite'
        ? new SharedCommit({ begin, connection: opened.connection, isBusy })
        : new OwnCommit({ kysely, clicks: kyselyOf(opened.clicks), version: opened.version });
    const db = new Database({ dialect: name, url, kysely, commits, version, listeners: new Map() });
    await asRefusal(url, () => version?.look(kysely)).catch(async (thrown: unknown) => {
      await db.close();
      throw thrown;
    });
    return db;
  }

  /**
   * For the bot, of which a SQLite file has one: a second one is refused. Up to date, and the bot's until it is closed. One that is damaged or
   * not as this version expects it is refused as well.
   */
  static async openForBot(url: string): Promise<Database> {
    const file = sqliteFileOf(url);
    const lock = file === null || file === IN_MEMORY ? null : await asRefusal(url, () => lockBot(file));
    let db: Database | null = null;
    try {
      // SQLite itself opens what it may only read, and says so at the first write.
      if (lock !== null && file !== null && existsSync(file))
        await asRefusal(url, () => accessSync(file, constants.W_OK));
      const opened = await Database.open(url);
      db = opened;
      db.#botLock = lock;
      await asRefusal(url, () => opened.#quickCheck(file));
      await db.migrate();
      if (file !== IN_MEMORY) await db.#assertSchema();
      return db;
    } catch (thrown) {
      await db?.close();
      lock?.release();
      throw thrown;
    }
  }

  /** Where there is no file, one in memory. */
  static openOrPretend(url: string, opening: Opening = {}): Promise<Database> {
    const file = sqliteFileOf(url);
    return Database.open(file !== null && !existsSync(file) ? `file:${IN_MEMORY}` : url, opening);
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
    const end = performance.now() + LONGEST_MIGRATION_MS;
    const trying = { goesOn: () => performance.now() < end, isBusy };
    await asRefusal(this.#url, () =>
      whenFree(trying, async () => {
        await this.#assertNoNewer();
        // By name, whatever the order in which they have come to be.
        const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
        const { error } = await migrator.migrateToLatest();
        if (error) throw coerceError(error);
      }),
    );
    await this.#version?.look(this.#kysely);
  }

  async #assertNoNewer(): Promise<void> {
    const tables = await this.#kysely.introspection.getTables({ withInternalKyselyTables: true });
    if (!tables.some(({ name }) => name === 'kysely_migration')) return;
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(this.#kysely);
    const newer = rows.find(({ name }) => !Object.hasOwn(migrations, name));
    if (newer) throw refuse('database_newer', { step: newer.name });
  }

  /** Whether pages and indexes hold together. It reads the whole file: three seconds a gigabyte. */
  async #quickCheck(file: string | null): Promise<void> {
    if (file === null) return;
    const { rows } = await sql<Record<string, string>>`pragma quick_check(1)`.execute(this.#kysely);
    const [found = 'ok'] = Object.values(rows[0] ?? {});
    if (found !== 'ok') throw refuse('database_damaged', { file, found });
  }

  /** Held against one that the steps have just made, which takes them some tens of milliseconds. */
  async #assertSchema(): Promise<void> {
    const fresh = await Database.open(`file:${IN_MEMORY}`);
    try {
      await fresh.migrate();
      assertSameTables(await this.#tables(), await fresh.#tables());
    } finally {
      await fresh.close();
    }
  }

  #tables() {
    return this.#kysely.withoutPlugins().introspection.getTables();
  }

  /**
   * One use case, one transaction. The work must wait for nothing but the database, and may be asked to begin again. Refuses with
   * `database_unavailable` what had to wait too long to begin, and what is not committed when the signal says that it is too late.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>, begin: Begin = {}): Promise<T> {
    const known = await this.#recall(begin);
    if (known !== undefined) return known as T;
    const { result, after } = await this.#commit(work, begin);
    for (const hook of after.hooks) hook();
    for (const [signal, places] of after.signals) this.#emit(signal, places);
    return result;
  }

  /** The same database for a click, which goes first and waits no longer than the signal says; `givenUp` is called when it came to that. */
  until(signal: AbortSignal, givenUp: () => void): Database {
    const { dialect } = this;
    const same = { url: this.#url, kysely: this.#kysely, commits: this.#commits, version: this.#version };
    const db = new Database({ dialect, ...same, listeners: this.#listeners });
    db.transaction = (work, begin) =>
      this.transaction(work, { ...begin, until: signal, order: 'first' }).catch((thrown: unknown) => {
        if (signal.aborted) givenUp();
        throw thrown;
      });
    return db;
  }

  /** PostgreSQL ends one of those that wait for each other, or that ask by a lost name, and keeps nothing of it: it has not happened, and is done again. */
  async #commit<T>(work: (tx: Tx) => Promise<T>, begin: Begin): Promise<Committed<T>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#commits.run(work, begin);
      } catch (thrown) {
        const error = coerceError(thrown);
        this.#noticeDamage(error);
        if (attempt >= MOST_ATTEMPTS || !isUndone(codeOf(error))) throw translateOutage(error);
      }
    }
  }

  /** SQLite has met pages that cannot be right. It stays so until somebody puts a copy back. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  #noticeDamage(error: Error): void {
    if (this.#isDamaged || !DAMAGE.test(codeOf(error))) return;
    this.#isDamaged = true;
    this.#emit('damage');
  }

  async #recall({ known }: Begin): Promise<unknown> {
    if (known === undefined) return undefined;
    try {
      return await this.#commits.recall(known);
    } catch (thrown) {
      throw translateOutage(coerceError(thrown));
    }
  }

  /** Proves the connection, for readiness. */
  async ping(): Promise<void> {
    await this.#kysely.executeQuery(CompiledQuery.raw('select 1'));
  }

  /** Returns the function that ends the listening. */
  listen(signal: Signal, listener: Listener): () => void {
    const listeners = this.#listeners.get(signal) ?? new Set();
    this.#listeners.set(signal, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  #emit(signal: Signal, places: Places = null): void {
    for (const listener of this.#listeners.get(signal) ?? []) listener(places);
  }

  async close(): Promise<void> {
    await this.#commits.close();
    await this.#kysely.destroy();
    this.#botLock?.release();
  }
}

/** One for all databases of the process: it remembers each name that it has translated. Columns hold no rows within rows. */
const CAMEL_CASE = new CamelCaseResults();

function kyselyOf(dialect: Dialect): Kysely<Schema> {
  return new Kysely<Schema>({ dialect, plugins: [CAMEL_CASE] });
}

type Listener = (places: Places) => void;
type Listeners = Map<Signal, Set<Listener>>;

interface Parts {
  dialect: DialectName;
  url: string;
  kysely: Kysely<Schema>;
  commits: Commits;
  version: RememberedVersion | null;
  listeners: Listeners;
}

/** While another process brings a large database up to date. */
const LONGEST_MIGRATION_MS = 60_000;

/** Another process has the lock of the SQLite file. */
function isBusy(thrown: unknown): boolean {
  return codeOf(coerceError(thrown)).startsWith('SQLITE_BUSY');
}

const MOST_ATTEMPTS = 4;
/** Deadlock, serialization failure. */
const GAVE_WAY = /^40(P01|001)$/;

function isUndone(code: string): boolean {
  return GAVE_WAY.test(code) || isLostName(code);
}

/** What an operator can mend is said so. */
async function asRefusal<T>(url: string, open: () => T | Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (thrown) {
    const error = coerceError(thrown);
    throw openingRefusal(error, url) ?? translateOutage(error);
  }
}

/** Failures of the database itself, not of what was asked: the caller may try again later. */
const OUTAGE_CODES =
  /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)|08|25006|40P01|40001|53|57P|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|EPIPE)/;
const DAMAGE = /^SQLITE_(CORRUPT|NOTADB)/;
/** What pg says without a code when a connection is lost under a query. */
const OUTAGE_WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

function translateOutage(error: Error): Error {
  if (!OUTAGE_CODES.test(codeOf(error)) && !OUTAGE_WORDS.test(error.message)) return error;
  return refuseBecause(error, 'database_unavailable');
}

function codeOf(error: Error): string {
  return String((error as { code?: unknown }).code);
}
