import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

/**
 * Deals that files told of, each time as that file had it: what the last file says counts, and once that is taken back what the one before it
 * said. A later file with some of a lead's deals then says nothing of the others.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'file_deal')
    .addColumn('lead_id', 'text', (c) => c.notNull().references('lead.id'))
    // The CRM's. Two CRMs may count alike, and seldom have the same lead.
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('import_id', 'text', (c) => c.notNull().references('import.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('value_minor', big(db))
    .addColumn('currency', 'text')
    .addColumn('at', big(db), (c) => c.notNull())
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('file_deal_version', ['lead_id', 'id', 'import_id'])
    .execute();
  await db.schema.createIndex('file_deal_import').on('file_deal').column('import_id').execute();
}
