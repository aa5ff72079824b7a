/**
 * One bot a SQLite file. The lock is SQLite's own on an empty file beside the database, which the operating system lets go of when the
 * process ends, however it ends: there is no number of a process in it that could be another's tomorrow. The file itself stays, since
 * whoever removed it could remove the one that somebody has just locked.
 */
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { refuse } from '../domain/refusals.ts';

export interface BotLock {
  release(): void;
}

/** Commands never take it, but for the one that replaces the database. Refuses with `database_has_bot`. */
export async function lockBot(database: string): Promise<BotLock> {
  const { default: Driver } = await import('better-sqlite3');
  await mkdir(dirname(database), { recursive: true, mode: 0o700 });
  const name = `${await nameOf(database)}.bot`;
  // Where it is there already it is not opened: closing it again would let go of a lock that this process holds.
  await writeFile(name, '', { flag: 'wx', mode: 0o600 }).catch(ignoreExisting);
  const beside = new Driver(name, { timeout: 0 });
  try {
    // Begun and never ended.
    beside.exec('begin exclusive');
  } catch (thrown) {
    beside.close();
    if ((thrown as { code?: unknown }).code !== 'SQLITE_BUSY') throw thrown;
    throw refuse('database_has_bot', { file: database });
  }
  return { release: () => void beside.close() };
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

/** The same for all links to it. */
async function nameOf(file: string): Promise<string> {
  const found = await realpath(file).catch(() => null);
  return found ?? join(await realpath(dirname(file)), basename(file));
}
