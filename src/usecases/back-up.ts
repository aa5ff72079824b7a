import { refuse } from '../domain/refusals.ts';
import { copySqlite, restoreSqlite } from '../store/sqlite-copy.ts';

/** May run while the bot runs. */
export function backUp(databaseUrl: string, file: string): Promise<void> {
  return copySqlite(sqliteFile(databaseUrl, 'pg_dump'), file);
}

/** Returns where the database that was there before is kept, if there was one. */
export function restore(databaseUrl: string, file: string): Promise<string | null> {
  return restoreSqlite(file, sqliteFile(databaseUrl, 'pg_restore'));
}

function sqliteFile(databaseUrl: string, instead: string): string {
  if (databaseUrl.startsWith('file:')) return databaseUrl.slice('file:'.length);
  throw refuse('database_is_postgres', { instead });
}
