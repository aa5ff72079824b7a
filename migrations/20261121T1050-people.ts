import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'person')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text')
    .addColumn('timezone', 'text')
    .addColumn('is_bot', 'integer', (c) => c.notNull())
    // When their account was found to be deactivated; NULL: it lives.
    .addColumn('gone_at', big(db))
    // Whether the managers have heard of that.
    .addColumn('gone_told', 'integer', (c) => c.notNull())
    .addColumn('hours', 'text')
    .addColumn('region', 'text')
    .addColumn('leave', 'text', (c) => c.notNull())
    .addColumn('moved_at', big(db))
    // When Slack was asked last; 0: never.
    .addColumn('synced_at', big(db), (c) => c.notNull())
    .addColumn('updated_at', big(db), (c) => c.notNull())
    .execute();
  await db.schema.createIndex('person_synced_at').on('person').column('synced_at').execute();
}
