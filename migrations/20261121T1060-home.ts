import { type Kysely, sql } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'home_seen')
    .addColumn('person', 'text', (c) => c.primaryKey())
    .addColumn('seen_at', big(db), (c) => c.notNull())
    .execute();

  // What one person owns, in the order in which its clocks started; takes the place of the shorter index.
  await db.schema.dropIndex('lead_owner_state').execute();
  await db.schema
    .createIndex('lead_of_owner')
    .on('lead')
    .columns(['owner', 'state', 'priority', 'claimed_at', 'contacted_at', 'snoozed_until'])
    .execute();
  // The same of everybody, with all that is asked about those past their promise.
  await db.schema
    .createIndex('lead_claimed')
    .on('lead')
    .columns(['state', 'priority', 'claimed_at', 'contacted_at', 'snoozed_until', 'is_test', 'owner'])
    .execute();
  // Written as store/unclaimed asks for it: SQLite takes an index on an expression only for the same expression.
  await sql`create index lead_unclaimed on lead (
    state, priority,
    (coalesce(open_since, case when received_at > created_at then received_at else created_at end)),
    snoozed_until, is_test, card_channel, source)`.execute(db);

  await db.schema.createIndex('story_state').on('story').columns(['state', 'told_at']).execute();
  await db.schema.createIndex('story_told_by').on('story').columns(['told_by', 'state']).execute();
  await db.schema
    .createIndex('insight_request_state')
    .on('insight_request')
    .columns(['state', 'due_date'])
    .execute();
  await db.schema.createIndex('insight_reply_person').on('insight_reply').column('person').execute();
  await db.schema.createIndex('insight_reply_named').on('insight_reply').column('named_person').execute();
}
