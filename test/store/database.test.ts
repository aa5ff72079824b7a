import { EventEmitter, once } from 'node:events';
import { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Database } from '../../src/store/database.ts';
import { assertTransaction, type Tx } from '../../src/store/transaction.ts';
import { DIALECTS, testDatabase, testDatabaseUrl } from '../support/databases.ts';
import { meetingOf } from '../support/meeting.ts';
import { refused } from '../support/refused.ts';

function insertSetting(tx: Tx, key: string): Promise<unknown> {
  return tx.sql.insertInto('setting').values({ key, value: '1', updatedAt: 1, updatedBy: 'tango' }).execute();
}

async function settingKeys(db: Database): Promise<string[]> {
  const rows = await db.transaction((tx) => tx.sql.selectFrom('setting').select('key').execute());
  return rows.map((row) => row.key);
}

for (const dialect of DIALECTS) {
  describe(`the database on ${dialect}`, () => {
    it('keeps all of a transaction or nothing of it', async () => {
      const db = await testDatabase(dialect);
      await db.transaction((tx) => insertSetting(tx, 'kept'));
      const failing = db.transaction(async (tx) => {
        await insertSetting(tx, 'lost');
        throw new Error('half-way');
      });
      await expect(failing).rejects.toThrow('half-way');
      expect(await settingKeys(db)).toEqual(['kept']);
    });

    it('tells others only after the commit, and never after a rollback', async () => {
      const db = await testDatabase(dialect);
      const told: string[] = [];
      db.listen('outbox', () => told.push('woken'));
      await db.transaction(async (tx) => {
        tx.wake('outbox');
        tx.wake('outbox');
        tx.onCommit(() => told.push('committed'));
        expect(told).toEqual([]);
      });
      expect(told).toEqual(['committed', 'woken']);
      const failing = db.transaction(async (tx) => {
        tx.wake('outbox');
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(told).toEqual(['committed', 'woken']);
    });

    it('refuses a handle whose transaction is over', async () => {
      const db = await testDatabase(dialect);
      const leaked = await db.transaction(async (tx) => tx);
      expect(() => leaked.sql).toThrow('after its transaction had ended');
      expect(() => assertTransaction(leaked)).toThrow('after its transaction had ended');
      expect(() => assertTransaction(db)).toThrow('needs the handle');
    });

    it('refuses a query that was built inside and run outside', async () => {
      const db = await testDatabase(dialect);
      const query = await db.transaction(async (tx) => [tx.sql.selectFrom('setting').selectAll()] as const);
      await expect(query[0].execute()).rejects.toThrow('after its transaction had ended');
    });

    it('commits nothing for somebody who waits no longer, and begins nothing', async () => {
      const db = await testDatabase(dialect);
      const [late, told] = [new AbortController(), [] as string[]];
      const impatient = db.until(late.signal, () => void told.push('given up'));
      const unavailable = refused('database_unavailable');
      const halfWay = impatient.transaction(async (tx) => {
        await insertSetting(tx, 'half-way');
        late.abort();
      });
      await expect(halfWay).rejects.toThrow(unavailable);
      await expect(impatient.transaction((tx) => insertSetting(tx, 'later'))).rejects.toThrow(unavailable);
      expect([await settingKeys(db), told.length]).toEqual([[], 2]);
    });

    it('migrates twice without harm', async () => {
      const db = await testDatabase(dialect);
      await db.migrate();
      expect(await settingKeys(db)).toEqual([]);
    });
  });
}

describe('one connection to a SQLite file', () => {
  it('lets go of whoever waits no longer for a turn: the others are served, and that one never', async () => {
    const db = await testDatabase('sqlite');
    const late = new AbortController();
    const impatient = db.until(late.signal, () => undefined);
    const held = new EventEmitter();
    const begun = Promise.withResolvers<void>();
    const slow = db.transaction(() => {
      begun.resolve();
      return once(held, 'end');
    });
    await begun.promise;
    const waiting = impatient.transaction((tx) => insertSetting(tx, 'impatient'));
    const patient = db.transaction((tx) => insertSetting(tx, 'patient'));
    late.abort();
    await expect(waiting).rejects.toThrow(refused('database_unavailable'));
    held.emit('end');
    await Promise.all([slow, patient]);
    expect(await settingKeys(db)).toEqual(['patient']);
  });

  it('says why SQLite has rolled back by itself', async () => {
    const db = await testDatabase('sqlite');
    const overfull = db.transaction(async (tx) => {
      await sql`pragma max_page_count = 1`.execute(tx.sql);
      for (let n = 0; n < 10_000; n++) await insertSetting(tx, `${n} ${'x'.repeat(1_000)}`);
    });
    await expect(overfull).rejects.toMatchObject({
      refusal: { code: 'database_unavailable' },
      cause: { code: 'SQLITE_FULL' },
    });
    expect(await settingKeys(db)).toEqual([]);
  });
});

describe('two writers on one SQLite file', () => {
  it('wait for each other, also when they read before they write', async () => {
    const url = await testDatabaseUrl('sqlite');
    const db = await Database.open(url);
    onTestFinished(() => db.close());
    await db.migrate();
    const writer = new Worker(new URL('../support/sqlite-writer.ts', import.meta.url), {
      workerData: { url, count: 50 },
    });
    const ended = once(writer, 'exit');
    for (let n = 0; n < 50; n++) {
      await db.transaction(async (tx) => {
        await tx.sql.selectFrom('setting').selectAll().execute();
        await insertSetting(tx, `main ${n}`);
      });
    }
    expect(await ended).toEqual([0]);
    expect(await settingKeys(db)).toHaveLength(100);
  });
});

describe('two connections to one SQLite file', () => {
  it('keep each other out between what one of them reads and what it writes', async () => {
    const url = await testDatabaseUrl('sqlite');
    const db = await Database.open(url);
    onTestFinished(() => db.close());
    await db.migrate();
    const impatient = new Sqlite(url.slice('file:'.length), { timeout: 0 });
    onTestFinished(() => void impatient.close());
    await db.transaction(async (tx) => {
      await tx.sql.selectFrom('setting').selectAll().execute();
      expect(() => impatient.exec('delete from setting')).toThrow('database is locked');
      await insertSetting(tx, 'main');
    });
    expect(await settingKeys(db)).toEqual(['main']);
  });
});

describe('two transactions on PostgreSQL', () => {
  it('that wait for each other are both done: the one that gives way begins again', async () => {
    const db = await testDatabase('postgres');
    await db.transaction(async (tx) => {
      await tx.sql
        .insertInto('pace')
        .values(['a', 'b'].map((bucket) => ({ bucket, nextAt: 1 })))
        .execute();
    });
    const bothHoldOne = meetingOf(2);
    const write = (buckets: readonly string[]) =>
      db.transaction(async (tx) => {
        await sql`set local deadlock_timeout = '20ms'`.execute(tx.sql);
        for (const [index, bucket] of buckets.entries()) {
          await tx.sql
            .updateTable('pace')
            .set((eb) => ({ nextAt: eb('nextAt', '+', 1) }))
            .where('bucket', '=', bucket)
            .execute();
          if (index === 0) await bothHoldOne();
        }
      });
    await Promise.all([write(['a', 'b']), write(['b', 'a'])]);
    const rows = await db.transaction((tx) => tx.sql.selectFrom('pace').select('nextAt').execute());
    expect(rows.map((row) => row.nextAt)).toEqual([3, 3]);
  });
});

describe('a click on PostgreSQL', () => {
  it('never waits for a connection that something else has', async () => {
    const db = await testDatabase('postgres');
    const over = new EventEmitter();
    const isOver = once(over, 'over');
    const ended: string[] = [];
    const others = Array.from({ length: 40 }, (_, n) =>
      db.transaction(() => isOver).then(() => ended.push(`other ${n}`)),
    );
    const click = db.until(new AbortController().signal, () => undefined);
    try {
      await click.transaction((tx) => insertSetting(tx, 'clicked'));
      expect(ended).toEqual([]);
    } finally {
      over.emit('over');
      await Promise.allSettled(others);
    }
    expect(await settingKeys(db)).toEqual(['clicked']);
  });
});
