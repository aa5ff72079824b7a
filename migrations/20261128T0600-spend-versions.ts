import { type Kysely, sql } from 'kysely';
import { strictTable } from './columns.ts';

/**
 * Amounts of one batch that are for the same thing and days (the ad sets of a campaign) are one version together, and stand for those of before
 * together: a pair for each two versions, where there was one for each two amounts. A correction is still of one amount.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The id of its first amount.
  await db.schema.alterTable('spend').addColumn('version_id', 'text').execute();
  await sql`update spend set version_id = id`.execute(db);
  await db.schema.createIndex('spend_version').on('spend').column('version_id').execute();
  await strictTable(db, 'spend_correction')
    .addColumn('spend_id', 'text', (c) => c.notNull().references('spend.id'))
    .addColumn('by_id', 'text', (c) => c.notNull().references('spend.id'))
    .addPrimaryKeyConstraint('spend_correction_pair', ['spend_id', 'by_id'])
    .execute();
  await db.schema.createIndex('spend_correction_by').on('spend_correction').column('by_id').execute();
  await sql`
    insert into spend_correction (spend_id, by_id)
    select spend_id, by_id from spend_replacement where kind = 'correction'`.execute(db);
  await strictTable(db, 'spend_replaced_version')
    .addColumn('version_id', 'text', (c) => c.notNull().references('spend.id'))
    .addColumn('by_version_id', 'text', (c) => c.notNull().references('spend.id'))
    .addPrimaryKeyConstraint('spend_replaced_version_pair', ['version_id', 'by_version_id'])
    .execute();
  await db.schema
    .createIndex('spend_replaced_version_by')
    .on('spend_replaced_version')
    .column('by_version_id')
    .execute();
  await sql`
    insert into spend_replaced_version (version_id, by_version_id)
    select spend_id, by_id from spend_replacement where kind = 'newer'`.execute(db);
  await db.schema.dropTable('spend_replacement').execute();
}
