import { describe, expect, it } from 'vitest';
import { prepared, preparedInsert } from '../../src/store/prepared.ts';
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
const insertMany = preparedInsert<'setting', Row>('key', ({ sql, rows }) => {
  sizes.push(rows.length);
  return sql
    .insertInto('setting')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing());
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

    it('inserts however many rows with a few texts that are each made once, and tells which came to be', async () => {
      const db = await testDatabase(dialect);
      sizes = [];
      const rows = Array.from({ length: 1_000 }, (_, n): Row => {
        return { key: `key ${n}`, value: String(n), updatedAt: n, updatedBy: 'tango' };
      });
      const made = { sqlite: [1], postgres: [32, 1_000 % 32] }[dialect];
      await db.transaction(async (tx) => {
        expect(await insertMany(tx, [])).toEqual([]);
        expect(await insertMany(tx, rows)).toEqual(rows);
        expect(sizes).toEqual(made);
        // Those that are there stay as they are.
        const others = rows.slice(0, 3).map((row): Row => ({ ...row, key: `other ${row.key}` }));
        const some = [...rows.slice(990), ...others, ...rows.slice(0, 19)].map((row) => ({
          ...row,
          value: 'x',
        }));
        const isOther = ({ key }: Row) => key.startsWith('other');
        expect(await insertMany(tx, some)).toEqual(some.filter(isOther));
        expect(sizes).toEqual(made);
        expect(await select(tx, { key: 'key 999', value: '999' })).toEqual([{ updatedAt: 999 }]);
      });
    });

    it('inserts nothing once its transaction has ended', async () => {
      const db = await testDatabase(dialect);
      const row: Row = { key: 'a', value: '1', updatedAt: 7, updatedBy: 'tango' };
      const ended = await db.transaction((tx) => Promise.resolve(tx));
      await expect(insertMany(ended, [row])).rejects.toThrow('after its transaction had ended');
    });
  });
}
