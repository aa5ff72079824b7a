import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'setting')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('updated_at', big(db), (c) => c.notNull())
    .addColumn('updated_by', 'text', (c) => c.notNull())
    .execute();

  await strictTable(db, 'reject_reason')
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('consequence', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('days', 'integer')
    .addColumn('needs', 'text')
    .addColumn('implies_contact', 'integer', (c) => c.notNull())
    .addColumn('counts', 'integer', (c) => c.notNull())
    .addColumn('who_acts', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('retired_at', big(db))
    .execute();

  await strictTable(db, 'definition')
    .addColumn('version', 'integer', (c) => c.primaryKey())
    .addColumn('criteria', 'text', (c) => c.notNull())
    .addColumn('proposed_by', 'text', (c) => c.notNull())
    .addColumn('proposed_at', big(db), (c) => c.notNull())
    .addColumn('signed_by_marketing', 'text')
    .addColumn('signed_by_sales', 'text')
    .addColumn('signed_at', big(db))
    .execute();

  await strictTable(db, 'job_run')
    .addColumn('job', 'text', (c) => c.notNull())
    .addColumn('occurrence', 'text', (c) => c.notNull())
    .addColumn('started_at', big(db), (c) => c.notNull())
    .addPrimaryKeyConstraint('job_run_once', ['job', 'occurrence'])
    .execute();

  await strictTable(db, 'idempotency_key')
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('route', 'text', (c) => c.notNull())
    .addColumn('body_hash', 'text', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('created_at', big(db), (c) => c.notNull())
    .addPrimaryKeyConstraint('idempotency_key_once', ['route', 'key'])
    .execute();
}
