import { type Kysely, sql } from 'kysely';

/** What is looked at for the message of the day is found beside the promises of leads, which have a ladder of their own and are many. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('promise_look_at').execute();
  await sql`create index promise_look on promise (kind, look_at) where look_at is not null`.execute(db);
}
