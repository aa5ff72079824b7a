import type { Kysely } from 'kysely';
import { strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'routing_turn')
    .addColumn('rule', 'text', (c) => c.primaryKey())
    // What each person has saved up, as JSON.
    .addColumn('turn', 'text', (c) => c.notNull())
    .execute();
}
