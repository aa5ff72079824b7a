import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely';

/** Epoch milliseconds and minor currency units outgrow 32 bits; SQLite's STRICT tables know no `bigint`. */
export function big(db: Kysely<unknown>): 'integer' | 'bigint' {
  return isSqlite(db) ? 'integer' : 'bigint';
}

/** A primary key that the database counts itself. */
export function rowNumber(db: Kysely<unknown>): 'integer' | 'bigserial' {
  return isSqlite(db) ? 'integer' : 'bigserial';
}

/** A table whose columns refuse values of another type: PostgreSQL always does, SQLite when told so. */
export function strictTable(db: Kysely<unknown>, name: string): CreateTableBuilder<string, never> {
  const table = db.schema.createTable(name);
  return isSqlite(db) ? table.modifyEnd(sql`strict`) : table;
}

export function isSqlite(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}
