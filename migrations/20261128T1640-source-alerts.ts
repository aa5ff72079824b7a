import { type Kysely, sql } from 'kysely';
import { big, strictTable } from './columns.ts';

/** What was said once of a source: that it fell silent, or that money was spent on it without a lead. Ended by its next lead. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'source_alert')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('per_week', 'real')
    .addColumn('minor', big(db))
    .addColumn('currency', 'text')
    .addColumn('told', 'text')
    .addColumn('told_at', big(db), (c) => c.notNull())
    .addColumn('ended_at', big(db))
    .execute();
  await sql`create unique index source_alert_open on source_alert (kind, source_id) where ended_at is null`.execute(
    db,
  );
}
