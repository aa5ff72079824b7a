import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { keepingStatements } from '../../src/store/sqlite-statements.ts';

it('prepares a query once, however often it is asked', () => {
  const { kept, prepared } = watched();
  for (let n = 0; n < 3; n++) expect(kept.prepare('select ? as a').all([n])).toEqual([{ a: n }]);
  expect(prepared).toEqual(['select ? as a']);
});

it('sees a column that was added after the query was kept', () => {
  const { kept, database } = watched();
  database.exec('create table lead (id integer)');
  database.exec('insert into lead values (1)');
  expect(kept.prepare('select * from lead').all([])).toEqual([{ id: 1 }]);
  database.exec("alter table lead add column name text default 'Dana'");
  expect(kept.prepare('select * from lead').all([])).toEqual([{ id: 1, name: 'Dana' }]);
});

it('keeps what is used and lets go of lists that came once', () => {
  const { kept, prepared } = watched();
  for (let n = 0; n < 1_000; n++) {
    kept.prepare('select 0');
    kept.prepare(`select ${n + 1}`);
  }
  kept.prepare('select 1');
  expect(prepared.filter((sql) => sql === 'select 0')).toHaveLength(1);
  expect(prepared.filter((sql) => sql === 'select 1')).toHaveLength(2);
});

function watched() {
  const database = new Sqlite(':memory:');
  const prepared: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = ((sql: string) => {
    prepared.push(sql);
    return prepare(sql);
  }) as typeof database.prepare;
  return { database, prepared, kept: keepingStatements(database) };
}
