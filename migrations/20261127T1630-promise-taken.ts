import { type Kysely, sql } from 'kysely';

/** Who is back from leave is told what others ended for them: few of all promises, found by person and time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index promise_taken on promise (owed_by, ended_at)
    where ended_by <> owed_by and owed_by <> 'marketing' and owed_by <> 'sales'`.execute(db);
}
