/** A SQLite database as one file: copied while it is in use, checked, and put back. */

import { constants, existsSync } from 'node:fs';
import { chmod, copyFile, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { refuse, refuseBecause } from '../domain/refusals.ts';
import { AppError, coerceError } from '../errors.ts';
import { type BotLock, lockBot } from './bot-lock.ts';

/** A copy under the name appears whole and checked, or not at all. Replaces an earlier copy; refuses any other file. */
export async function copySqlite(from: string, to: string): Promise<void> {
  const draft = `${to}.part`;
  for (const name of [to, draft]) await assertNotPartOf(from, name);
  if (existsSync(to)) await assertReplaceable(to);
  const source = await openExisting(from);
  try {
    await source.backup(draft);
  } finally {
    source.close();
  }
  await keepChecked(draft, to);
}

/** The database as the copy has it. What was there before is kept beside it, under a new name each time, which is returned. */
export async function restoreSqlite(from: string, to: string): Promise<string | null> {
  await assertNotPartOf(to, from);
  await assertSound(from);
  const lock = await lockForRestore(to);
  try {
    return await putBack(from, to);
  } finally {
    lock.release();
  }
}

/** A bot that is just starting has not opened the database yet, and would open the one that is about to be replaced. */
async function lockForRestore(file: string): Promise<BotLock> {
  try {
    return await lockBot(file);
  } catch (thrown) {
    if (thrown instanceof AppError) throw refuseBecause(thrown, 'file_in_use', { file, doing: 'restore' });
    throw thrown;
  }
}

async function putBack(from: string, to: string): Promise<string | null> {
  const draft = `${to}.part`;
  await copyFile(from, draft);
  let before: string | null = null;
  try {
    if (existsSync(to)) {
      await assertUnused(to, 'restore');
      before = await keepBeside(to);
    }
  } catch (thrown) {
    await rm(draft, { force: true });
    throw thrown;
  }
  await keepChecked(draft, to);
  return before;
}

/** The files that are one SQLite database, and the lock of its bot: written over, any of them does harm. */
const COMPANIONS = ['', '-wal', '-shm', '-journal', '.bot'];

/**
 * Whatever name it goes by: another path, a link, a link to a link. A companion that is not there at this moment counts by its path, since
 * SQLite would take whatever lies there for its own.
 */
async function assertNotPartOf(database: string, file: string): Promise<void> {
  const given = await identityOf(file);
  for (const companion of COMPANIONS) {
    if ((await identityOf(database + companion)) !== given) continue;
    throw refuse('file_is_the_database', { file });
  }
}

async function identityOf(file: string): Promise<string> {
  const found = await stat(file, { bigint: true }).catch(() => null);
  if (found) return `${found.dev}:${found.ino}`;
  const folder = await realpath(dirname(file)).catch(() => dirname(resolve(file)));
  return join(folder, basename(file));
}

async function assertReplaceable(file: string): Promise<void> {
  if (!(await isTangoDatabase(file))) throw refuse('file_is_no_copy', { file });
  await assertUnused(file, 'backup');
}

async function isTangoDatabase(file: string): Promise<boolean> {
  const database = await openExisting(file);
  try {
    return isMigrated(database);
  } catch {
    // Not a database at all, or one that cannot be read.
    return false;
  } finally {
    database.close();
  }
}

function isMigrated(database: Sqlite.Database): boolean {
  const table = database.prepare("select 1 from sqlite_master where name = 'kysely_migration'");
  return table.get() !== undefined;
}

async function keepBeside(file: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const name = `${file}.before-restore${count === 1 ? '' : `-${count}`}`;
    if (existsSync(name)) continue;
    await copyFile(file, name, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    return name;
  }
}

async function keepChecked(draft: string, name: string): Promise<void> {
  try {
    await assertSound(draft);
    await chmod(draft, 0o600);
    await flush(draft);
    await rename(draft, name);
  } finally {
    await rm(draft, { force: true });
  }
}

async function assertSound(file: string): Promise<void> {
  const database = await openExisting(file);
  try {
    const found = database.pragma('integrity_check', { simple: true });
    if (found !== 'ok') throw refuse('file_damaged', { file, found: String(found) });
    if (!isMigrated(database)) throw refuse('file_without_tango', { file });
  } catch (thrown) {
    const error = coerceError(thrown) as Error & { code?: unknown };
    if (error.code === 'SQLITE_NOTADB') throw refuseBecause(error, 'file_no_sqlite', { file });
    if (error.code === 'SQLITE_CORRUPT')
      throw refuseBecause(error, 'file_damaged', { file, found: error.message });
    throw error;
  } finally {
    database.close();
  }
}

/** Leaving WAL mode takes the database for oneself: it fails while anybody else has it open, and folds the log into the file. */
async function assertUnused(file: string, doing: 'backup' | 'restore'): Promise<void> {
  const database = await openExisting(file);
  try {
    database.pragma('journal_mode = delete');
  } catch (cause) {
    throw refuseBecause(cause, 'file_in_use', { file, doing });
  } finally {
    database.close();
  }
}

async function openExisting(file: string): Promise<Sqlite.Database> {
  if (!existsSync(file)) throw refuse('file_missing', { file });
  const { default: Driver } = await import('better-sqlite3');
  return new Driver(file, { fileMustExist: true, timeout: 1000 });
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
