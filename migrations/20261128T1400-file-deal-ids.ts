import type { Kysely } from 'kysely';

/** A deal that a later file has at another lead is found by its id alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('file_deal_id').on('file_deal').column('id').execute();
}
