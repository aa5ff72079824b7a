import { describe, expect, it } from 'vitest';
import { prepared, preparedRows } from '../../src/store/prepared.ts';
import { DIALECTS, testDatabase } from '../support/databases.ts';

interface Row {
  key: string;
  value: string;
  updatedAt: number;
  updatedBy: 'tango';
}

let built = 0;
const insert = prepared<Row, unknown>(({ sql, values }) => {
  built += 1;
  return sql
    .insertInto('setting')
    .values(values)
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: values.value }));
});
const select = prepared<{ key: string; value?: string }, Pick<Row, 'updatedAt'>>(({ sql, values }) => {
  const query = sql.selectFrom('setting').select('updatedAt').where('key', '=', values.key);
  return values.value ? query.where('value', '=', values.value) : query;
});

let sizes: number[] = [];
const insertMany = preparedRows<Row, { key: string }>(({ sql, rows }) => {
  sizes.push(rows.length);
  return sql
    .insertInto('setting')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('key');
});

for (const dialect of DIALECTS) {
  describe(`a query that is made once, on ${dialect}`, () => {
    it('takes the values of each call, and is made once for each set of them', async () => {
      const db = await testDatabase(dialect);
      const before = built;
      await db.transaction(async (tx) => {
        const row = { value: '1', updatedAt: 7, updatedBy: 'tango' } as const;
        await insert(tx, { key: 'a', ...row });
        await insert(tx, { key: 'b', ...row });
        await insert(tx, { key: 'b', ...row, value: '2', updatedAt: 8 });
        expect(built - before).toBe(1);
        expect(await select(tx, { key: 'b' })).toEqual([{ updatedAt: 7 }]);
        expect(await select(tx, { key: 'b', value: '1' })).toEqual([]);
        expect(await select(tx, { key: 'b', value: '2' })).toEqual([{ updatedAt: 7 }]);
        expect(await select(tx, { key: 'nobody' })).toEqual([]);
      });
      await expect(
        db.transaction((tx) => Promise.resolve(tx)).then((tx) => select(tx, { key: 'a' })),
      ).rejects.toThrow('after its transaction had ended');
    });

    it('inserts however many rows in parts of one size, of which each is made once, and the rest', async () => {
      const db = await testDatabase(dialect);
      sizes = [];
      const rows = Array.from({ length: 1_000 }, (_, n): Row => {
        return { key: `key ${n}`, value: String(n), updatedAt: n, updatedBy: 'tango' };
      });
      await db.transaction(async (tx) => {
        expect(await insertMany(tx, [])).toEqual([]);
        const inserted = await insertMany(tx, rows);
        expect(inserted.map(({ key }) => key)).toEqual(rows.map(({ key }) => key));
        expect(sizes).toEqual([32, 1_000 % 32]);
        // Those that are there stay as they are.
        expect(await insertMany(tx, [...rows.slice(990), ...rows.slice(0, 22)])).toEqual([]);
        expect(sizes).toHaveLength(2);
        expect(await select(tx, { key: 'key 999', value: '999' })).toEqual([{ updatedAt: 999 }]);
      });
    });
  });
}
