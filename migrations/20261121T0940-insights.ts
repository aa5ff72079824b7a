import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'insight_request')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('asked_by', 'text', (c) => c.notNull())
    .addColumn('asked_at', big(db), (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('segment', 'text')
    .addColumn('product', 'text')
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('asked_people', 'text', (c) => c.notNull())
    .addColumn('due_date', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute();

  await strictTable(db, 'insight_reply')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('request_id', 'text', (c) => c.notNull().references('insight_request.id'))
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('at', big(db), (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .addColumn('named_person', 'text')
    .execute();

  await strictTable(db, 'story')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('request_id', 'text', (c) => c.references('insight_request.id'))
    .addColumn('lead_id', 'text', (c) => c.references('lead.id'))
    .addColumn('told_by', 'text', (c) => c.notNull())
    .addColumn('told_at', big(db), (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('segment', 'text')
    .addColumn('closed_by', 'text')
    .addColumn('closed_at', big(db))
    .addColumn('closing_note', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('story_request').on('story').column('request_id').execute();
}
