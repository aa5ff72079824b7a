import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'audit_log')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', big(db), (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('after', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('audit_log_at').on('audit_log').columns(['at', 'id']).execute();

  for (const column of ['ask_marketing', 'ask_sales', 'channel'] as const) {
    await db.schema.alterTable('definition').addColumn(column, 'text').execute();
  }
  // A newer proposal took its place before both sides had signed.
  await db.schema.alterTable('definition').addColumn('replaced_at', big(db)).execute();
}
