import type { Kysely } from 'kysely';
import { strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'nag_receipt')
    .addColumn('nag_id', 'text', (c) => c.notNull().references('nag.id'))
    .addColumn('hearer', 'text', (c) => c.notNull())
    .addColumn('how', 'text', (c) => c.notNull())
    // The hearer's date when it was told; '' while it waits.
    .addColumn('day', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('nag_receipt_once', ['nag_id', 'hearer'])
    .execute();
  await db.schema.createIndex('nag_receipt_day').on('nag_receipt').columns(['day', 'hearer']).execute();
}
