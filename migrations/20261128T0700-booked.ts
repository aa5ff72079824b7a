import type { Kysely } from 'kysely';

/** What was won in a week is found by the day on which it was, whenever its lead arrived. Of leads that are not closed nothing is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('lead_closed_at')
    .on('lead')
    .column('closed_at')
    .where('closed_at' as never, 'is not', null)
    .execute();
}
