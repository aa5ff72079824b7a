import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'lead')
    .addColumn('id', 'text', (c) => c.primaryKey())
    // '' stands for a file's row without a source: NULLs would never collide in the unique index below.
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('external_id', 'text')
    .addColumn('campaign', 'text')
    .addColumn('name', 'text')
    .addColumn('email', 'text')
    .addColumn('phone', 'text')
    .addColumn('company', 'text')
    .addColumn('title', 'text')
    .addColumn('segment', 'text')
    .addColumn('region', 'text')
    .addColumn('company_size', 'text')
    .addColumn('message', 'text')
    .addColumn('reason', 'text')
    .addColumn('priority', 'text', (c) => c.notNull())
    .addColumn('fields', 'text', (c) => c.notNull())
    .addColumn('is_test', 'integer', (c) => c.notNull())
    .addColumn('received_at', big(db), (c) => c.notNull())
    .addColumn('created_at', big(db), (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('owner', 'text')
    .addColumn('claimed_at', big(db))
    .addColumn('contacted_at', big(db))
    .addColumn('verdict_at', big(db))
    .addColumn('verdict_by', 'text')
    .addColumn('closed_at', big(db))
    .addColumn('reject_reason', 'text')
    .addColumn('reject_detail', 'text')
    .addColumn('verdict_note', 'text')
    .addColumn('qualification', 'text')
    .addColumn('value_minor', big(db))
    .addColumn('currency', 'text')
    .addColumn('rests_until', 'text')
    .addColumn('snoozed_until', big(db))
    .addColumn('merged_into', 'text', (c) => c.references('lead.id'))
    // The last sign of work on it: nags count from there.
    .addColumn('active_at', big(db))
    // When it last became new again; NULL: since its arrival.
    .addColumn('open_since', big(db))
    .addColumn('card_channel', 'text')
    .addColumn('next_nag_at', big(db))
    .addColumn('version', 'integer', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('lead_source_external_id')
    .unique()
    .on('lead')
    .columns(['source', 'external_id'])
    .execute();
  await db.schema.createIndex('lead_external_id').on('lead').column('external_id').execute();
  await db.schema.createIndex('lead_received_at').on('lead').column('received_at').execute();
  await db.schema.createIndex('lead_rests_until').on('lead').column('rests_until').execute();
  await db.schema.createIndex('lead_next_nag_at').on('lead').column('next_nag_at').execute();
  await db.schema.createIndex('lead_owner_state').on('lead').columns(['owner', 'state']).execute();

  await strictTable(db, 'lead_event')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('lead_id', 'text', (c) => c.notNull().references('lead.id'))
    .addColumn('at', big(db), (c) => c.notNull())
    .addColumn('actor', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    // The life of the lead before this move, so that it can be undone; NULL for what cannot.
    .addColumn('before', 'text')
    .execute();
  await db.schema.createIndex('lead_event_lead').on('lead_event').columns(['lead_id', 'at']).execute();

  await strictTable(db, 'nag')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('lead_id', 'text', (c) => c.notNull().references('lead.id'))
    .addColumn('promise', 'text', (c) => c.notNull())
    .addColumn('step', 'text', (c) => c.notNull())
    // The clock that this nag belongs to started then: the same step of a later claim is a new nag.
    .addColumn('cycle_at', big(db), (c) => c.notNull())
    .addColumn('sent_at', big(db), (c) => c.notNull())
    .addUniqueConstraint('nag_once', ['lead_id', 'promise', 'step', 'cycle_at'])
    .execute();
}
