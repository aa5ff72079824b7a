import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

/** Forms that have an address of their own, and which leads came by them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'web_form')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    // A spelling of it, as leads have it: it follows what is renamed and merged.
    .addColumn('source', 'text', (c) => c.notNull())
    // SHA-256 of what stands in the address; a form that was removed keeps it, so that who still posts there can be told apart from who guesses.
    .addColumn('key_hash', 'text', (c) => c.notNull().unique())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', big(db), (c) => c.notNull())
    .addColumn('removed_at', big(db))
    // JSON: of the last submission.
    .addColumn('questions', 'text', (c) => c.notNull())
    // JSON: what marketers have said of each.
    .addColumn('meanings', 'text', (c) => c.notNull())
    .addColumn('told_at', big(db))
    .execute();

  await strictTable(db, 'web_form_lead')
    .addColumn('form_id', 'text', (c) => c.notNull().references('web_form.id'))
    .addColumn('lead_id', 'text', (c) => c.notNull().references('lead.id'))
    // Of the latest submission, and what it was: the same again within minutes is no news.
    .addColumn('at', big(db), (c) => c.notNull())
    .addColumn('body_hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('web_form_lead_key', ['form_id', 'lead_id'])
    .execute();
  await db.schema.createIndex('web_form_lead_at').on('web_form_lead').columns(['form_id', 'at']).execute();
  await db.schema.createIndex('web_form_lead_lead').on('web_form_lead').column('lead_id').execute();
}
