import { type Kysely, sql } from 'kysely';
import { strictTable } from './columns.ts';

/**
 * An amount may say what it was for, and each replaced one names the amounts that stand for it, not their batch alone: what one amount of a batch
 * had replaced is counted again when that one is taken back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('spend').addColumn('note', 'text').execute();
  await db.schema.alterTable('spend_replacement').renameTo('spend_replacement_of_batch').execute();
  await strictTable(db, 'spend_replacement')
    .addColumn('spend_id', 'text', (c) => c.notNull().references('spend.id'))
    .addColumn('by_id', 'text', (c) => c.notNull().references('spend.id'))
    // `newer`, or `correction`: what was corrected replaces nothing any more.
    .addColumn('kind', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('spend_replacement_pair', ['spend_id', 'by_id'])
    .execute();
  await fill(db);
  await db.schema.dropTable('spend_replacement_of_batch').execute();
  await db.schema.createIndex('spend_replacement_by').on('spend_replacement').column('by_id').execute();
}

/** Of a batch those stand for an amount that cover some of its days and are called as it is; where none is, all that cover some of its days. */
async function fill(db: Kysely<unknown>): Promise<void> {
  const touching = (other: string) => sql`
    ${sql.ref(`${other}.batch_id`)} = old.batch_id
    and ${sql.ref(`${other}.side`)} = earlier.side
    and ${sql.ref(`${other}.from_date`)} <= earlier.to_date
    and ${sql.ref(`${other}.to_date`)} >= earlier.from_date`;
  await sql`
    insert into spend_replacement (spend_id, by_id, kind)
    select old.spend_id, newer.id, 'newer'
    from spend_replacement_of_batch as old
    join spend as earlier on earlier.id = old.spend_id
    join spend as newer on ${touching('newer')}
    where newer.name_key = earlier.name_key
    or not exists (
      select 1 from spend as namesake where ${touching('namesake')} and namesake.name_key = earlier.name_key
    )`.execute(db);
  // Where no amount of the batch says why, it stays as it was: not counted.
  await sql`
    insert into spend_replacement (spend_id, by_id, kind)
    select old.spend_id, old.spend_id, 'newer'
    from spend_replacement_of_batch as old
    join spend as earlier on earlier.id = old.spend_id
    where not exists (select 1 from spend as newer where ${touching('newer')})
    and not exists (select 1 from spend_replacement as other where other.spend_id = old.spend_id)`.execute(
    db,
  );
}
