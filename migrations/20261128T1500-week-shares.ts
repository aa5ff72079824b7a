import { type Kysely, sql } from 'kysely';
import { big, isSqlite, rowNumber, strictTable } from './columns.ts';

/** What each lead and amount has added to a published week, what has moved of it since, and in which old weeks something has changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'week_shares')
    .addColumn('week', 'text', (c) => c.primaryKey())
    // JSON: as it was published, where that is known, and as it was last told; null where that is the same.
    .addColumn('published', 'text')
    .addColumn('shown', 'text')
    // JSON: each figure as it was last told.
    .addColumn('figures', 'text', (c) => c.notNull())
    // JSON: the working time by which it is told for ever.
    .addColumn('calendar', 'text', (c) => c.notNull())
    // Where it does not begin with its Monday in its zone, since the week before had another.
    .addColumn('starts_at', big(db))
    .addColumn('shown_at', big(db), (c) => c.notNull())
    .execute();
  await strictTable(db, 'week_moved')
    .addColumn('told_in', 'text', (c) => c.notNull())
    .addColumn('week', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('week_moved_pk', ['told_in', 'week'])
    .execute();
  // Many rows for one week rather than one that all who write wait for.
  await strictTable(db, 'week_touched')
    .addColumn('seq', rowNumber(db), (c) => c.primaryKey())
    .addColumn('since', big(db), (c) => c.notNull())
    .execute();
  // Whoever changes an old lead asks which weeks were published.
  if (!isSqlite(db))
    await sql`
      create trigger remembered_changed after insert or update or delete or truncate on scorecard
      for each statement execute function remembered_changed()`.execute(db);
}
