import { type Kysely, sql } from 'kysely';

/**
 * Homes read what is owed from rows of promises: by whom, of which kind, the first due first. Whether it is about a test lead is known without
 * looking at the lead. What somebody is owed by name is found as well; what a whole side is owed nobody asks for. What Homes read of leads
 * before is asked for no more.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('promise')
    .addColumn('is_test', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update promise set is_test = 1 where about in (select id from lead where is_test = 1)`.execute(
    db,
  );
  await db.schema.dropIndex('promise_owed').execute();
  await sql`create index promise_owed on promise (owed_by, kind, due_at, cycle_at, is_test, about, id, ended_at)
    where ended_at is null`.execute(db);
  await sql`create index promise_owed_to on promise (owed_to, due_at)
    where ended_at is null and owed_to <> 'marketing' and owed_to <> 'sales'`.execute(db);
  for (const name of ['lead_unclaimed', 'lead_claimed']) await db.schema.dropIndex(name).execute();
  await sql`create index lead_rejected on lead (verdict_at)
    where state in ('rejected', 'resting') and verdict_at is not null`.execute(db);
}
