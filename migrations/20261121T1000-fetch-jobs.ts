import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'fetch_job')
    .addColumn('vendor', 'text', (c) => c.notNull())
    .addColumn('object_id', 'text', (c) => c.notNull())
    // What the webhook said, as JSON: ids, no personal data.
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    // Also the lease: whoever claims a job moves it ahead.
    .addColumn('next_attempt_at', big(db), (c) => c.notNull())
    .addColumn('last_failure', 'text')
    .addColumn('created_at', big(db), (c) => c.notNull())
    .addPrimaryKeyConstraint('fetch_job_once', ['vendor', 'object_id'])
    .execute();
  await db.schema
    .createIndex('fetch_job_due')
    .on('fetch_job')
    .columns(['state', 'next_attempt_at'])
    .execute();
}
