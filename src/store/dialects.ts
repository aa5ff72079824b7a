/** The two databases behind the one Kysely: a SQLite file, or PostgreSQL. */
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresDialect,
  type QueryCompiler,
  type SqliteDatabase,
  SqliteDialect,
} from 'kysely';
import { type Naming, nameTexts } from './named-texts.ts';
import { SnakeCasePostgres, SnakeCaseSqlite } from './naming.ts';
import { RememberedVersion } from './remembered-version.ts';
import { keepingStatements } from './sqlite-statements.ts';
import { LONGEST_WAIT_MS } from './when-free.ts';

export type DialectName = 'sqlite' | 'postgres';

/** SQLite's name for a database that is no file. */
export const IN_MEMORY = ':memory:';

/** Null for a PostgreSQL database. */
export function sqliteFileOf(url: string): string | null {
  return url.startsWith('file:') ? url.slice('file:'.length) : null;
}

/** Either has one connection, or several that say what all of them may remember. */
type OpenDialect = { dialect: Dialect } & (
  | { name: 'sqlite'; connection: SqliteConnection; version: null }
  /** Clicks have connections of their own, so that they never wait for one. */
  | { name: 'postgres'; connection: null; clicks: Dialect; version: RememberedVersion }
);

export interface SqliteConnection {
  isInTransaction(): boolean;
  /** Another number once another connection has committed. */
  dataVersion(): number;
  /** A statement of an insert, for the values of each row: whether it came to be. */
  insertEach(sql: string, rows: readonly (readonly unknown[])[]): boolean[];
}

export interface Opening {
  /** For a file's many rows: what SQLite keeps in memory of indexes that each row touches. It takes a fifth of the time off. */
  isBulk?: boolean;
  /** On PostgreSQL, for all but clicks, and as many again for those. */
  mostConnections?: number;
}

/** SQLite itself keeps 2,000, and reads the indexes of 100,000 leads again and again. */
const BULK_CACHE_KIB = 16_000;

/**
 * SQLite itself moves 1,000 pages from its log into the file at once, and a chunk of leads touches as many pages of the indexes each time:
 * the later they are moved, the more of them are the same. 32 MB of log, of which the file gets back all at the end.
 */
const BULK_WAL_PAGES = 8_000;

/** A SQLite file that is not there is made. */
export async function openDialect(url: string, opening: Opening = {}): Promise<OpenDialect> {
  const file = sqliteFileOf(url);
  if (file !== null) return { name: 'sqlite', ...(await sqliteDialect(file, opening)), version: null };
  const version = new RememberedVersion();
  const shared = { version, naming: { isOn: true }, most: opening.mostConnections ?? MOST_CONNECTIONS };
  const [dialect, clicks] = [await postgresDialect(url, shared), await postgresDialect(url, shared)];
  return { name: 'postgres', dialect, connection: null, clicks, version };
}

/**
 * While SQLite itself waits for a lock, the whole process stands still: it waits for a moment only, and Database waits for the rest. At the
 * start nobody is kept waiting yet.
 */
const BUSY_MS = { start: 5_000, later: 20 };

/**
 * A plain `begin` that reads and then writes fails at once with SQLITE_BUSY_SNAPSHOT when another process (an import on the
 * command line) committed in between; busy_timeout does not help there. `begin immediate` waits its turn instead.
 */
class TangoSqliteDialect extends SqliteDialect {
  readonly #connection: SqliteConnection;

  constructor(database: SqliteDatabase, connection: SqliteConnection) {
    super({ database });
    this.#connection = connection;
  }

  override createQueryCompiler(): QueryCompiler {
    return new SnakeCaseSqlite();
  }

  override createDriver(): Driver {
    const driver = super.createDriver();
    driver.beginTransaction = async (connection: DatabaseConnection) => {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    };
    const rollBack = driver.rollbackTransaction.bind(driver);
    // After a full disk and its like SQLite has rolled back by itself, and a second time would hide why.
    driver.rollbackTransaction = async (connection: DatabaseConnection) => {
      if (this.#connection.isInTransaction()) await rollBack(connection);
    };
    return driver;
  }
}

async function sqliteDialect(
  file: string,
  { isBulk = false }: Opening,
): Promise<{ dialect: Dialect; connection: SqliteConnection }> {
  const { default: Sqlite } = await import('better-sqlite3');
  if (file !== IN_MEMORY) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Its -wal and -shm get the rights of the file itself.
  if (file !== IN_MEMORY && !existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  const database = new Sqlite(file, { timeout: BUSY_MS.start });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  if (isBulk) {
    database.pragma(`cache_size = -${BULK_CACHE_KIB}`);
    database.pragma(`wal_autocheckpoint = ${BULK_WAL_PAGES}`);
  }
  database.pragma(`busy_timeout = ${BUSY_MS.later}`);
  const version = database.prepare<[], number>('pragma data_version').pluck();
  const statements = keepingStatements(database);
  const connection: SqliteConnection = {
    isInTransaction: () => database.inTransaction,
    dataVersion: () => version.get() ?? 0,
    insertEach: (sql, rows) => {
      const insert = statements.prepare(sql);
      return rows.map((row) => Number(insert.run(row).changes) > 0);
    },
  };
  return { dialect: new TangoSqliteDialect(statements, connection), connection };
}

class TangoPostgresDialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new SnakeCasePostgres();
  }
}

const INT8_OID = 20;
const NUMERIC_OID = 1700;

/**
 * Two at once keep two cores busy; whoever is one of twenty holds its locks, on a person's keys and on the outbox, ten times as long, and each of
 * them waits for the others. Four also fill the time that a server elsewhere takes to answer.
 */
export const MOST_CONNECTIONS = 4;

async function postgresDialect(
  url: string,
  { version, naming, most }: { version: RememberedVersion; naming: Naming; most: number },
): Promise<Dialect> {
  const { default: pg } = await import('pg');
  // count(*) and sum() arrive as int8 and numeric, which pg hands out as text.
  pg.types.setTypeParser(INT8_OID, safeNumber);
  pg.types.setTypeParser(NUMERIC_OID, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    application_name: 'tango',
    // For a server that does not answer, and for a free one.
    connectionTimeoutMillis: LONGEST_WAIT_MS,
  });
  // An idle connection that the server closes (a restart, a failover) is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => undefined);
  // The same for one that is lost during a transaction: its queries fail, and that is enough.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('connect', (client) => {
    nameTexts(client, naming);
    version.watch(client);
  });
  return new TangoPostgresDialect({ pool });
}

function safeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is outside the safe integers`);
  return value;
}
