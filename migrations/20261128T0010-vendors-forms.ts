import type { Kysely } from 'kysely';

/**
 * Forms that come by a vendor's webhook are forms too: their `key_hash` is the vendor and the vendor's own id, which no hash looks like.
 * And a form may ask for a signature.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Null: it has an address of its own.
  await db.schema.alterTable('web_form').addColumn('door', 'text').execute();
  // Sealed, since a signature is made with the secret itself; null: none is asked for.
  await db.schema.alterTable('web_form').addColumn('signing', 'text').execute();
  // A signature without a time is good for one body once.
  await db.schema
    .createIndex('web_form_lead_body')
    .on('web_form_lead')
    .columns(['form_id', 'body_hash'])
    .execute();
}
