import { type Kysely, sql } from 'kysely';
import { isSqlite } from './columns.ts';

/**
 * A number that grows with each change of the settings or the people, whoever makes it: replicas on PostgreSQL remember both until it does. SQLite
 * has one of its own for the whole file.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (isSqlite(db)) return;
  await sql`create table remembered (version bigint not null)`.execute(db);
  await sql`insert into remembered (version) values (1)`.execute(db);
  await sql`
    create function remembered_changed() returns trigger language plpgsql as $$
    begin
      update remembered set version = version + 1;
      return null;
    end $$`.execute(db);
  for (const table of ['setting', 'person'])
    await sql`
      create trigger remembered_changed after insert or update or delete or truncate on ${sql.table(table)}
      for each statement execute function remembered_changed()`.execute(db);
}
