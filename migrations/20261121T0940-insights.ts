import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'insight_request')
    .addColumn('id', 'text', (c) => c.primaryKey())
    // The modal it came from: delivered twice, it is one request.
    .addColumn('submission', 'text', (c) => c.notNull().unique())
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
    // Null: only the people named were asked.
    .addColumn('channel', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute();

  await strictTable(db, 'insight_reply')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('request_id', 'text', (c) => c.notNull().references('insight_request.id'))
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('at', big(db), (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    // '' stands for nobody: NULLs would never collide in the constraint below.
    .addColumn('named_person', 'text', (c) => c.notNull())
    .addUniqueConstraint('insight_reply_once', ['request_id', 'person', 'kind', 'named_person'])
    .execute();

  await strictTable(db, 'story')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('submission', 'text', (c) => c.notNull().unique())
    .addColumn('request_id', 'text', (c) => c.references('insight_request.id'))
    .addColumn('lead_id', 'text', (c) => c.references('lead.id'))
    .addColumn('told_by', 'text', (c) => c.notNull())
    .addColumn('told_at', big(db), (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addColumn('segment', 'text')
    .addColumn('link', 'text')
    // A channel or a person: where its card is.
    .addColumn('card_target', 'text')
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('story_request').on('story').column('request_id').execute();

  await strictTable(db, 'story_event')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('story_id', 'text', (c) => c.notNull().references('story.id'))
    .addColumn('at', big(db), (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('note', 'text')
    .execute();
  await db.schema.createIndex('story_event_story').on('story_event').column('story_id').execute();
}
