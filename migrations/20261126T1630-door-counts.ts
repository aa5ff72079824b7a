import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  // One row a day, door and result, whatever comes: nobody can fill the disk by being refused.
  await strictTable(db, 'door_count')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('door', 'text', (c) => c.notNull())
    .addColumn('result', 'text', (c) => c.notNull())
    .addColumn('count', big(db), (c) => c.notNull())
    .addColumn('last_at', big(db), (c) => c.notNull())
    .addPrimaryKeyConstraint('door_count_once', ['day', 'door', 'result'])
    .execute();
}
