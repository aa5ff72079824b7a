import type { Kysely } from 'kysely';
import { strictTable } from './columns.ts';

/** Ids that a vendor has merged, also of people that we have not met yet. All of one person bear the same family. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'merged_id')
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('external_id', 'text', (c) => c.notNull())
    .addColumn('family', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('merged_id_key', ['external_id', 'source'])
    .execute();
  await db.schema.createIndex('merged_id_family').on('merged_id').columns(['source', 'family']).execute();
}
