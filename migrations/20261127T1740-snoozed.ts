import { type Kysely, sql } from 'kysely';

/** The cards of leads whose snooze has ended since the last minute: few of all leads, found by time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index lead_snoozed on lead (snoozed_until, id) where snoozed_until is not null`.execute(
    db,
  );
}
