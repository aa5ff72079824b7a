import type { Kysely } from 'kysely';

/** What people say of their hours holds from the next day; null: nothing is to come. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('person').addColumn('next_hours', 'text').execute();
}
