/** A SQLite database as one file: copied while it is in use, checked, and put back. */
import { constants, existsSync } from 'node:fs';
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises';
import type Sqlite from 'better-sqlite3';
import { AppError, coerceError } from '../errors.ts';

/** A copy under the name appears whole and checked, or not at all. What bore the name before is replaced. */
export async function copySqlite(from: string, to: string): Promise<void> {
  const source = await openExisting(from);
  const draft = `${to}.part`;
  try {
    await source.backup(draft);
  } finally {
    source.close();
  }
  await keepChecked(draft, to);
}

/** The database as the copy has it. What was there before is kept beside it; its name is returned. */
export async function restoreSqlite(from: string, to: string): Promise<string | null> {
  await assertSound(from);
  const draft = `${to}.part`;
  await copyFile(from, draft);
  const before = existsSync(to) ? `${to}.before-restore` : null;
  try {
    if (before) {
      await assertUnused(to);
      await copyFile(to, before, constants.COPYFILE_FICLONE);
    }
  } catch (thrown) {
    await rm(draft, { force: true });
    throw thrown;
  }
  await keepChecked(draft, to);
  return before;
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
    if (found !== 'ok') throw new AppError('invalid', `${file} is damaged: ${found}`);
    const known = database.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
    if (!known) throw new AppError('invalid', `${file} holds no Tango database`);
  } catch (thrown) {
    const { code } = thrown as { code?: unknown };
    if (code === 'SQLITE_NOTADB') throw new AppError('invalid', `${file} is not a SQLite database`);
    throw coerceError(thrown);
  } finally {
    database.close();
  }
}

/** Leaving WAL mode takes the database for oneself: it fails while anybody else has it open, and folds the log into the file. */
async function assertUnused(file: string): Promise<void> {
  const database = await openExisting(file);
  try {
    database.pragma('journal_mode = delete');
  } catch (cause) {
    throw new AppError('conflict', `${file} is in use: stop Tango before restoring`, { cause });
  } finally {
    database.close();
  }
}

async function openExisting(file: string): Promise<Sqlite.Database> {
  if (!existsSync(file)) throw new AppError('not_found', `There is no file ${file}`);
  const { default: Driver } = await import('better-sqlite3');
  return new Driver(file, { fileMustExist: true, timeout: 1000 });
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
