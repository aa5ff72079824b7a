import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  // What somebody was told for their eyes only and may not have seen: it follows as a direct message.
  await strictTable(db, 'private_answer')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull())
    // As Slack shows it: what others wrote is escaped already.
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('at', big(db), (c) => c.notNull())
    .execute();
}
