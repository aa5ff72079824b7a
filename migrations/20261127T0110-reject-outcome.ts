import { type Kysely, sql } from 'kysely';

/**
 * What followed from a reason is kept with each lead that it was given for, so that managers can change what follows from now on. Duplicates
 * ask which lead it is, and the wrong person who would be the right one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('lead').addColumn('reject_outcome', 'text').execute();
  await sql`update lead
    set reject_outcome = (select outcome from reject_reason where code = lead.reject_reason)
    where reject_reason is not null`.execute(db);
  await sql`update reject_reason set needs = 'lead' where code = 'duplicate' and needs is null`.execute(db);
  await sql`update reject_reason set needs = 'person' where code = 'wrong_person' and needs is null`.execute(
    db,
  );
  await sql`update reject_reason set consequence = 'merged into the other one'
    where code = 'duplicate' and consequence = 'dropped, counted with the other one'`.execute(db);
}
