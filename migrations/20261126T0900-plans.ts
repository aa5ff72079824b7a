import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // With the columns of the expression as well: without them PostgreSQL reads each lead that it counts.
  await db.schema.dropIndex('lead_unclaimed').execute();
  await sql`create index lead_unclaimed on lead (
    state, priority,
    (coalesce(open_since, case when received_at > created_at then received_at else created_at end)),
    snoozed_until, is_test, card_channel, source, open_since, received_at, created_at)`.execute(db);
}
