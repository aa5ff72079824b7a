import { type Kysely, sql } from 'kysely';

/** What somebody sends within the hour is told in one message, named by its first match; null: this is the first. Pairs wait until people decide. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('lead_match').addColumn('told_with', 'text').execute();
  await sql`create index lead_match_undecided on lead_match (found_at) where decision is null`.execute(db);
}
