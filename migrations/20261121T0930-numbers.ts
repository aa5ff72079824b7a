import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'spend')
    .addColumn('id', 'text', (c) => c.primaryKey())
    // What makes two deliveries the same: a hash of the row and its place among its equals in the file.
    .addColumn('dedupe_key', 'text', (c) => c.notNull().unique())
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('source', 'text')
    .addColumn('campaign', 'text')
    .addColumn('from_date', 'text', (c) => c.notNull())
    .addColumn('to_date', 'text', (c) => c.notNull())
    .addColumn('amount_minor', big(db), (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('recorded_at', big(db), (c) => c.notNull())
    .addColumn('recorded_by', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('spend_days').on('spend').columns(['from_date', 'to_date']).execute();

  await strictTable(db, 'scorecard')
    .addColumn('week', 'text', (c) => c.primaryKey())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('published_at', big(db), (c) => c.notNull())
    .execute();
}
