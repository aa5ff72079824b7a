import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'write_probe')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('filler', 'text', (c) => c.notNull())
    .addColumn('at', big(db), (c) => c.notNull())
    .execute();
}
