import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

/** Google Sheets that are looked at every day, for what is new in them; each look is a file that was brought, by the watch it is of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'sheet_watch')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    // The address, as it was sent.
    .addColumn('file_id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    // JSON: how it was read the first time.
    .addColumn('wish', 'text', (c) => c.notNull())
    .addColumn('next_at', big(db), (c) => c.notNull())
    .addColumn('created_at', big(db), (c) => c.notNull())
    .addColumn('ended_at', big(db))
    .execute();
  await db.schema
    .createIndex('sheet_watch_due')
    .on('sheet_watch')
    .column('next_at')
    .where('ended_at' as never, 'is', null)
    .execute();
  await db.schema.alterTable('brought_file').addColumn('watch_id', 'text').execute();
}
