import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

/** Deals of a CRM that say what became of a lead: several may be of one, and what one of them said may be corrected. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'deal')
    .addColumn('vendor', 'text', (c) => c.notNull())
    // With the account that it is of.
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('lead_id', 'text', (c) => c.notNull().references('lead.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('value_minor', big(db))
    .addColumn('currency', 'text')
    .addColumn('at', big(db), (c) => c.notNull())
    .addColumn('reason', 'text')
    .addPrimaryKeyConstraint('deal_key', ['vendor', 'id'])
    .execute();
  await db.schema.createIndex('deal_lead').on('deal').column('lead_id').execute();
}
