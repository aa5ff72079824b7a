import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

/** What of a campaign was rejected in a week, put before who answers for it, and what they have answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'rejects')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('week', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('source', 'text')
    .addColumn('campaign', 'text')
    .addColumn('owner', 'text')
    .addColumn('asked_at', big(db), (c) => c.notNull())
    .addColumn('change', 'text')
    .addColumn('sentence', 'text')
    .addColumn('answered_by', 'text')
    .addColumn('answered_at', big(db))
    .addColumn('answered_reason', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .addUniqueConstraint('rejects_week', ['week', 'key'])
    .execute();
  await db.schema.createIndex('rejects_answered').on('rejects').column('answered_at').execute();
  await strictTable(db, 'rejected_lead')
    .addColumn('rejects_id', 'text', (c) => c.notNull().references('rejects.id'))
    .addColumn('lead_id', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('rejected_by', 'text')
    .addColumn('gone_at', big(db))
    .addPrimaryKeyConstraint('rejected_lead_once', ['rejects_id', 'lead_id'])
    .execute();
  await db.schema.createIndex('rejected_lead_lead').on('rejected_lead').column('lead_id').execute();
  await strictTable(db, 'rejects_event')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('rejects_id', 'text', (c) => c.notNull().references('rejects.id'))
    .addColumn('at', big(db), (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('change', 'text')
    .addColumn('sentence', 'text')
    .execute();
  await db.schema.createIndex('rejects_event_rejects').on('rejects_event').column('rejects_id').execute();
}
