import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { prepared } from '../../src/store/prepared.ts';
import type { Tx } from '../../src/store/transaction.ts';
import { testDatabase } from '../support/databases.ts';

const select = prepared<{ key: string }, { key: string }>(({ sql: db, values }) =>
  db.selectFrom('setting').selectAll().where('key', '=', values.key),
);

/** What this connection keeps of it. */
async function namesOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_prepared_statements where statement like '%from "setting"%'`.execute(
    tx.sql,
  );
  return rows[0]?.count ?? 0;
}

it('A connection to PostgreSQL keeps what is asked again and again', async () => {
  const db = await testDatabase('postgres');
  const kept = await db.transaction(async (tx) => {
    await select(tx, { key: 'a' });
    await select(tx, { key: 'b' });
    return namesOf(tx);
  });
  expect(kept).toBe(1);
});

const LOSSES = {
  'by another than it was planned for, after an upgrade': (tx: Tx) =>
    sql`alter table setting add column news text`.execute(tx.sql),
  'since a pooler has given the connection to somebody else': (tx: Tx) => sql`deallocate all`.execute(tx.sql),
};

/** Another test has the database next. */
async function mend(tx: Tx): Promise<void> {
  await sql`alter table setting drop column if exists news`.execute(tx.sql);
}

for (const [how, lose] of Object.entries(LOSSES)) {
  it(`A question whose name is lost is asked again without one: ${how}`, async () => {
    const db = await testDatabase('postgres');
    onTestFinished(() => db.transaction(mend));
    await db.transaction((tx) => select(tx, { key: 'a' }));
    await db.transaction(lose);
    let tries = 0;
    const insert = async (tx: Tx) => {
      tries += 1;
      const row = { key: 'a', value: '1', updatedAt: 1, updatedBy: 'tango' } as const;
      await tx.sql.insertInto('setting').values(row).execute();
      return select(tx, { key: 'a' });
    };
    expect(await db.transaction(insert)).toMatchObject([{ key: 'a', value: '1' }]);
    expect(tries).toBe(2);
    expect(await db.transaction((tx) => select(tx, { key: 'a' }))).toHaveLength(1);
  });
}
