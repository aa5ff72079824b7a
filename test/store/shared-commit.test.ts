import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { refuse } from '../../src/domain/refusals.ts';
import type { Database } from '../../src/store/database.ts';
import type { Tx } from '../../src/store/transaction.ts';
import { twoOnOne } from '../support/databases.ts';
import { refused } from '../support/refused.ts';

const insert = (tx: Tx, key: string) =>
  tx.sql
    .insertInto('setting')
    .values({ key, value: '1', updatedAt: 1, updatedBy: 'tango' as const })
    .execute();

const keysIn = (db: Database) =>
  db.transaction(async (tx) => {
    const rows = await tx.sql.selectFrom('setting').select('key').orderBy('key').execute();
    return rows.map(({ key }) => key);
  });

describe('units of work that come together', () => {
  it('share a commit: when the first is answered, all of them are on disk', async () => {
    const [db, other] = await twoOnOne('sqlite');
    const all = Array.from({ length: 5 }, (_, n) => db.transaction((tx) => insert(tx, `key-${n}`)));
    await all[0];
    expect(await keysIn(other)).toHaveLength(5);
    await Promise.all(all);
  });

  it('are answered by what is theirs: one that fails takes nothing but itself back', async () => {
    const [db] = await twoOnOne('sqlite');
    const first = db.transaction((tx) => insert(tx, 'first'));
    const fails = db.transaction(async (tx) => {
      await insert(tx, 'fails');
      throw refuse('lead_not_found');
    });
    const last = db.transaction((tx) => insert(tx, 'last'));
    await expect(fails).rejects.toThrow(refused('lead_not_found'));
    await Promise.all([first, last]);
    expect(await keysIn(db)).toEqual(['first', 'last']);
  });

  it('are done again each alone where the disk is full in the middle, and only that one is told so', async () => {
    const [db] = await twoOnOne('sqlite');
    let runs = 0;
    const first = db.transaction(async (tx) => {
      runs += 1;
      await insert(tx, 'first');
    });
    const overfull = db.transaction(async (tx) => {
      await sql`pragma max_page_count = 1`.execute(tx.sql);
      for (let n = 0; n < 10_000; n++) await insert(tx, `${n} ${'x'.repeat(1_000)}`);
    });
    const last = db.transaction(async (tx) => {
      await sql`pragma max_page_count = 100000`.execute(tx.sql);
      await insert(tx, 'last');
    });
    await expect(overfull).rejects.toMatchObject({ cause: { code: 'SQLITE_FULL' } });
    await Promise.all([first, last]);
    expect(runs).toBe(2);
    expect(await keysIn(db)).toEqual(['first', 'last']);
  });

  it('are done again each alone where they cannot be committed, and only who is to blame is told so', async () => {
    const [db] = await twoOnOne('sqlite');
    const first = db.transaction((tx) => insert(tx, 'first'));
    const orphan = db.transaction(async (tx) => {
      // Looked at when it is committed.
      await sql`pragma defer_foreign_keys = on`.execute(tx.sql);
      await sql`insert into lead_event (id, lead_id, at, actor, kind, data) values ('e', 'nobody', 1, 'tango', 'received', '{}')`.execute(
        tx.sql,
      );
    });
    await expect(orphan).rejects.toThrow('FOREIGN KEY');
    await first;
    expect(await keysIn(db)).toEqual(['first']);
  });

  it('let a click go first, and whoever takes long share with nobody', async () => {
    const [db] = await twoOnOne('sqlite');
    const order: string[] = [];
    const work = (name: string) => async () => void order.push(name);
    const click = db.until(new AbortController().signal, () => undefined);
    const all = [
      db.transaction(work('long'), { order: 'alone' }),
      db.transaction(work('lead 1')),
      db.transaction(work('lead 2')),
      click.transaction(work('click')),
    ];
    await Promise.all(all);
    expect(order).toEqual(['click', 'lead 1', 'lead 2', 'long']);
  });

  it('let whoever takes long have every second turn, however many others come', async () => {
    const [db] = await twoOnOne('sqlite');
    const order: string[] = [];
    const again = async (n: number): Promise<void> => {
      const next = db.transaction(async () => void order.push(`lead ${n}`));
      if (n === 1) void db.transaction(async () => void order.push('long'), { order: 'alone' });
      await next;
      if (n < 5) await again(n + 1);
    };
    await again(1);
    expect(order.indexOf('long')).toBe(1);
  });
});
