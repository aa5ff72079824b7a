import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { sayRefusal } from '../../src/sentences/refusal.ts';
import { PLAIN } from '../../src/sentences/voice.ts';
import { Database } from '../../src/store/database.ts';
import { DIALECTS, testDatabaseUrl } from '../support/databases.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'tango-opening-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** What the operator reads, with the file's own name left out; null when it opens. */
async function saidOf(url: string): Promise<string | null> {
  try {
    await (await Database.openForBot(url)).close();
    return null;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return sayRefusal(thrown.refusal, PLAIN).replace(url.replace('file:', ''), 'FILE');
  }
}

/** A database of ours that something has been done to. */
async function changed(dialect: (typeof DIALECTS)[number], change: string): Promise<string> {
  const url = await testDatabaseUrl(dialect);
  const db = await Database.open(url);
  await db.migrate();
  await db.transaction((tx) => sql.raw(change).execute(tx.sql));
  await db.close();
  return url;
}

const COPY = 'put the last copy of it back (docs/operating.md, "Backup and restore").';

describe('a file that the bot cannot take is refused in one sentence that says what to do', () => {
  it('no database', async () => {
    const file = join(folder(), 'notes.txt');
    writeFileSync(file, 'not a database, but long enough to be taken for one. '.repeat(40));
    expect(await saidOf(`file:${file}`)).toBe(
      `FILE is not a SQLite database: name the right file in DATABASE_URL, or ${COPY}`,
    );
  });

  it('damaged', async () => {
    const url = await changed('sqlite', "insert into trouble values ('a', 'b', 'c', 1, 1)");
    const file = url.slice('file:'.length);
    const database = new Sqlite(file);
    database.unsafeMode(true);
    database.pragma('writable_schema = on');
    // The first page of an index, lost.
    const { rootpage } = database
      .prepare("select rootpage from sqlite_master where name = 'outbox_due'")
      .get() as { rootpage: number };
    database.exec(`update sqlite_master set rootpage = ${rootpage + 1} where name = 'outbox_due'`);
    database.close();
    expect(await saidOf(url)).toMatch(
      /^The database FILE is damaged \([^\n]+\): put the last copy of it back/,
    );
  });

  it('a folder, or one below a file', async () => {
    const place = folder();
    writeFileSync(join(place, 'file'), '');
    expect(await saidOf(`file:${place}`)).toMatch(
      /^Tango cannot open FILE for writing \(SQLITE_CANTOPEN\w*\): let its user/,
    );
    expect(await saidOf(`file:${join(place, 'file', 'tango.db')}`)).toMatch(
      /^Tango cannot open FILE for writing \((ENOTDIR|EEXIST)\)/,
    );
  });

  // The rights of files do not bind root.
  it.skipIf(process.getuid?.() === 0)('one that may only be read, or whose folder may', async () => {
    const url = await changed('sqlite', 'select 1');
    chmodSync(url.slice('file:'.length), 0o400);
    expect(await saidOf(url)).toMatch(/^Tango cannot open FILE for writing \(\w+\): let its user/);
    const place = folder();
    chmodSync(place, 0o500);
    expect(await saidOf(`file:${join(place, 'tango.db')}`)).toMatch(/for writing \(EACCES\)/);
  });
});

describe('PostgreSQL that the bot cannot use is refused in one sentence, without its password', () => {
  it('nobody there, a wrong password, no such database', async () => {
    const url = new URL(await testDatabaseUrl('postgres'));
    const at = (change: Partial<URL>) => Object.assign(new URL(url), change).href;
    expect(await saidOf(at({ port: '1' }))).toBe(
      `PostgreSQL does not answer at ${url.hostname}:1 (ECONNREFUSED): check that it runs, and the address in DATABASE_URL.`,
    );
    expect(await saidOf(at({ pathname: '/nothing' }))).toBe(
      `PostgreSQL at ${url.host} has no database nothing: create it, or name another one in DATABASE_URL.`,
    );
    expect(await saidOf(at({ username: 'stranger', password: 'secret' }))).toBe(
      `PostgreSQL at ${url.host} does not let the user stranger in: check name and password in DATABASE_URL.`,
    );
  });
});

for (const dialect of DIALECTS) {
  describe(`a database of another version, on ${dialect}`, () => {
    it('a newer one is refused by the bot and by commands, and left as it is', async () => {
      const url = await changed(
        dialect,
        "insert into kysely_migration values ('20301231T0900-later', '2030')",
      );
      onTestFinished(async () => {
        const db = await Database.open(url);
        await db.transaction((tx) =>
          sql`delete from kysely_migration where name like '2030%'`.execute(tx.sql),
        );
        await db.close();
      });
      const sentence = `The database was brought up to date by a newer Tango (20301231T0900-later is not known here): start that version, or ${COPY}`;
      expect(await saidOf(url)).toBe(sentence);
      const db = await Database.open(url);
      await expect(db.migrate()).rejects.toThrow('database_newer');
      await db.close();
    });

    it('one whose steps were edited after they had run is refused by the name of its table', async () => {
      const url = await changed(dialect, 'alter table trouble rename column probe_at to next_probe');
      onTestFinished(async () => {
        const db = await Database.open(url);
        await db.transaction((tx) =>
          sql`alter table trouble rename column next_probe to probe_at`.execute(tx.sql),
        );
        await db.close();
      });
      expect(await saidOf(url)).toBe(
        `The table trouble of the database is not as this version expects it (missing: probe_at; unknown: next_probe): ${COPY}`,
      );
    });
  });
}

it('a SQLite file that Tango makes is read by its user alone, and so are the files beside it', async () => {
  const file = join(folder(), 'below', 'tango.db');
  const db = await Database.openForBot(`file:${file}`);
  onTestFinished(() => db.close());
  await db.transaction((tx) => sql`select 1 from lead`.execute(tx.sql));
  const modes = ['', '-wal', '-shm', '.bot'].map((end) => statSync(file + end).mode & 0o777);
  expect(modes.map((mode) => mode.toString(8))).toEqual(['600', '600', '600', '600']);
  expect(existsSync(`${file}-journal`)).toBe(false);
});
