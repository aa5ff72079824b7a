/**
 * A SQLite connection that keeps its prepared statements. Kysely prepares each query every time, and better-sqlite3 then compiles a function for its
 * rows as well: a sixth of the processor time of a lead. SQLite itself prepares a kept statement again when the schema has changed.
 */
import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Some hundred queries are the whole program; what is left over are lists of many lengths. */
const MOST_KEPT = 400;
/** A longer text holds a list of values that hardly comes twice at the same length. */
const LONGEST_KEPT = 5_000;

/** Queries run to their end within one call, so that a statement is never asked while it is in use; streaming would need its own. */
export function keepingStatements(database: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => void database.close(),
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known) {
        // Last used is last to go.
        kept.delete(sql);
        kept.set(sql, known);
        return known;
      }
      const statement = database.prepare<unknown[]>(sql);
      if (sql.length <= LONGEST_KEPT) keep(kept, sql, statement);
      return statement;
    },
  };
}

function keep(kept: Map<string, SqliteStatement>, sql: string, statement: SqliteStatement): void {
  kept.set(sql, statement);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
}
