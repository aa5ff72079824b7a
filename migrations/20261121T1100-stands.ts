import type { Kysely } from 'kysely';
import { strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'stand')
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('claims', 'integer', (c) => c.notNull())
    .addColumn('saved', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('stand_key', ['person', 'channel', 'day'])
    .execute();
  await db.schema.createIndex('stand_channel_day').on('stand').columns(['channel', 'day']).execute();
  // Which currencies the team has dealt in is asked whenever a deal is closed.
  await db.schema.createIndex('lead_currency').on('lead').column('currency').execute();
}
