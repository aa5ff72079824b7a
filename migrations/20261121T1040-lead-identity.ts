import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const key of ['email_key', 'phone_key', 'company_key']) {
    await db.schema.alterTable('lead').addColumn(key, 'text').execute();
    await db.schema.createIndex(`lead_${key}`).on('lead').columns([key, 'received_at']).execute();
  }
  await db.schema.createIndex('lead_merged_into').on('lead').column('merged_into').execute();

  // A new lead that looks like an earlier one, and what people decided about it.
  await strictTable(db, 'lead_match')
    .addColumn('lead_id', 'text', (c) => c.primaryKey().references('lead.id'))
    .addColumn('earlier_id', 'text', (c) => c.notNull().references('lead.id'))
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('found_at', big(db), (c) => c.notNull())
    // Who was told by a direct message: the owner of the earlier lead at that time.
    .addColumn('told', 'text')
    .addColumn('decision', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', big(db))
    .execute();
  await db.schema.createIndex('lead_match_earlier').on('lead_match').column('earlier_id').execute();
}
