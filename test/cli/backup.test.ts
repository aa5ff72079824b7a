import {
  existsSync,
  linkSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { lockBot } from '../../src/store/bot-lock.ts';
import { Database } from '../../src/store/database.ts';
import { backUp, restore } from '../../src/usecases/back-up.ts';
import { commandLine } from '../support/command-line.ts';
import { csvFile } from '../support/csv.ts';
import { testDatabaseUrl } from '../support/databases.ts';
import { refused } from '../support/refused.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'tango-backup-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

async function setting(db: Database, value?: string): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    if (value !== undefined) {
      const row = { key: 'k', value, updatedAt: 1, updatedBy: 'tango' } as const;
      await tx.sql
        .insertInto('setting')
        .values(row)
        .onConflict((on) => on.column('key').doUpdateSet({ value }))
        .execute();
    }
    return (await tx.sql.selectFrom('setting').select('value').where('key', '=', 'k').executeTakeFirst())
      ?.value;
  });
}

async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await Database.open(url);
  await db.migrate();
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

it('a backup made while the bot writes is put back whole, and what was there before is kept', async () => {
  const url = await testDatabaseUrl('sqlite');
  const copy = join(folder(), 'copy.db');
  await withDatabase(url, async (db) => {
    await setting(db, 'old');
    await backUp(url, copy);
    await setting(db, 'new');
  });
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const before = await restore(url, copy);
  expect(await withDatabase(url, setting)).toBe('old');
  expect(await withDatabase(`file:${before}`, setting)).toBe('new');
});

it('a database that somebody has open is not replaced', async () => {
  const url = await testDatabaseUrl('sqlite');
  const copy = join(folder(), 'copy.db');
  await withDatabase(url, async (db) => {
    await backUp(url, copy);
    await setting(db, 'kept');
    await expect(restore(url, copy)).rejects.toThrow(refused('file_in_use', { doing: 'restore' }));
    expect(await setting(db)).toBe('kept');
  });
  expect(existsSync(`${url.slice('file:'.length)}.part`)).toBe(false);
});

it('a database whose bot is just starting is not replaced', async () => {
  const url = await testDatabaseUrl('sqlite');
  await withDatabase(url, (db) => setting(db, 'kept'));
  const copy = join(folder(), 'copy.db');
  await backUp(url, copy);
  const lock = await lockBot(url.slice('file:'.length));
  await expect(restore(url, copy)).rejects.toThrow(refused('file_in_use', { doing: 'restore' }));
  lock.release();
  await restore(url, copy);
});

it('a backup never lands on the database itself, by whatever name', async () => {
  const url = await testDatabaseUrl('sqlite');
  const live = url.slice('file:'.length);
  const [hardLink, symbolicLink] = [join(folder(), 'hard.db'), join(folder(), 'soft.db')];
  await withDatabase(url, async (db) => {
    await setting(db, 'kept');
    linkSync(live, hardLink);
    symlinkSync(live, symbolicLink);
    const names = [live, hardLink, symbolicLink, `${live}-wal`, `${live}-shm`, `${live}-journal`];
    for (const name of names) {
      await expect(backUp(url, name), name).rejects.toThrow(refused('file_is_the_database'));
      expect(await setting(db), name).toBe('kept');
    }
    await expect(restore(url, hardLink)).rejects.toThrow(refused('file_is_the_database'));
  });
  expect(await withDatabase(url, setting)).toBe('kept');
});

it('the draft of a backup does not land on the database either', async () => {
  const place = folder();
  const url = `file:${join(place, 'tango.db.part')}`;
  await withDatabase(url, async (db) => {
    await setting(db, 'kept');
    await expect(backUp(url, join(place, 'tango.db'))).rejects.toThrow(refused('file_is_the_database'));
  });
  expect(await withDatabase(url, setting)).toBe('kept');
});

it('a backup replaces an earlier copy, and nothing that is none or that somebody has open', async () => {
  const url = await testDatabaseUrl('sqlite');
  await withDatabase(url, (db) => setting(db, 'mine'));
  const copy = join(folder(), 'copy.db');
  await backUp(url, copy);
  await backUp(url, copy);
  const other = await testDatabaseUrl('sqlite');
  await withDatabase(other, async (db) => {
    await setting(db, 'theirs');
    await expect(backUp(url, other.slice('file:'.length))).rejects.toThrow(
      refused('file_in_use', { doing: 'backup' }),
    );
    expect(await setting(db)).toBe('theirs');
  });
  const notes = join(folder(), '.env');
  writeFileSync(notes, 'SLACK_BOT_TOKEN=xoxb-1\n');
  await expect(backUp(url, notes)).rejects.toThrow(refused('file_is_no_copy'));
  expect(readFileSync(notes, 'utf8')).toBe('SLACK_BOT_TOKEN=xoxb-1\n');
});

it('each restore keeps what was there before under a name of its own', async () => {
  const url = await testDatabaseUrl('sqlite');
  const copy = join(folder(), 'copy.db');
  await withDatabase(url, (db) => setting(db, 'first'));
  await backUp(url, copy);
  const kept: (string | null)[] = [];
  for (const value of ['second', 'third']) {
    await withDatabase(url, (db) => setting(db, value));
    kept.push(await restore(url, copy));
  }
  const values = kept.map((file) => withDatabase(`file:${file}`, setting));
  expect(await Promise.all(values)).toEqual(['second', 'third']);
});

it('a damaged copy, or a file that is none, is not put back', async () => {
  const url = await testDatabaseUrl('sqlite');
  await withDatabase(url, (db) => setting(db, 'kept'));
  const copy = join(folder(), 'copy.db');
  await backUp(url, copy);
  const bytes = readFileSync(copy);
  bytes.fill(0xff, 4096, bytes.length - 4096);
  writeFileSync(copy, bytes);
  await expect(restore(url, copy)).rejects.toThrow(refused('file_damaged', { file: copy }));
  writeFileSync(copy, 'not a database, but long enough to be taken for one'.repeat(40));
  await expect(restore(url, copy)).rejects.toThrow(refused('file_no_sqlite'));
  expect(await withDatabase(url, setting)).toBe('kept');
});

it('a copy whose rows contradict its index, or that is of another program, is not put back', async () => {
  const url = await testDatabaseUrl('sqlite');
  await withDatabase(url, (db) => setting(db, 'kept'));
  const copy = join(folder(), 'copy.db');
  await backUp(url, copy);
  change(copy, (database) => {
    database.unsafeMode(true);
    database.pragma('writable_schema = on');
    database.exec("update sqlite_schema set sql = replace(sql, 'NULL', 'NOT NULL') where name = 'lead'");
    database.exec("delete from sqlite_schema where name = 'outbox_due'");
  });
  await expect(restore(url, copy)).rejects.toThrow(refused('file_damaged', { file: copy }));
  const other = join(folder(), 'other.db');
  change(other, (database) => database.exec('create table bookmark (url text)'));
  await expect(restore(url, other)).rejects.toThrow(refused('file_without_tango', { file: other }));
  expect(await withDatabase(url, setting)).toBe('kept');
});

function change(file: string, work: (database: Sqlite.Database) => void): void {
  const database = new Sqlite(file);
  work(database);
  database.close();
}

it('the commands say what they did, and what to use for PostgreSQL', async () => {
  const copy = join(folder(), 'copy.db');
  const tango = commandLine();
  expect(await tango('backup', copy)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('There is no file'),
  });
  await tango('leads', 'import', csvFile('source,id\nFair,1\n'));
  expect(await tango('backup', copy)).toMatchObject({ status: 0, stdout: `Backed up to ${copy}.\n` });
  expect(await tango('restore', copy)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Restored from'),
  });
  const postgres = commandLine({ DATABASE_URL: 'postgres://nobody@127.0.0.1/none' });
  expect(await postgres('backup', copy)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('use pg_dump'),
  });
});

it('a backup is of the database that .env names', async () => {
  const place = folder();
  const url = await testDatabaseUrl('sqlite');
  await withDatabase(url, (db) => setting(db, 'mine'));
  writeFileSync(join(place, '.env'), `DATABASE_URL=${url}\n`);
  const tango = commandLine({ DATABASE_URL: undefined }, place);
  expect(await tango('backup', 'copy.db')).toMatchObject({ status: 0 });
  expect(await withDatabase(`file:${join(place, 'copy.db')}`, setting)).toBe('mine');
  await withDatabase(url, (db) => setting(db, 'spoilt'));
  expect(await tango('restore', 'copy.db')).toMatchObject({ status: 0 });
  expect(await withDatabase(url, setting)).toBe('mine');
});
