import type { Kysely } from 'kysely';
import { big, strictTable } from './columns.ts';

/** Files that people bring to Tango in Slack, from the moment on which they are dropped until they are imported. Slack keeps the bytes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'brought_file')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person', 'text', (c) => c.notNull())
    // The message that it came with.
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('ts', 'text', (c) => c.notNull())
    .addColumn('file_id', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    // JSON: how it is to be read.
    .addColumn('wish', 'text', (c) => c.notNull())
    // JSON: what it was found to be; null: nobody has looked.
    .addColumn('look', 'text')
    // SHA-256 of the bytes that were looked at.
    .addColumn('hash', 'text')
    // Why it cannot be imported as it is.
    .addColumn('problem', 'text')
    // JSON: by which it is taken back; several where it was broken off.
    .addColumn('import_ids', 'text', (c) => c.notNull())
    .addColumn('rows_done', 'integer', (c) => c.notNull())
    // JSON: what came of it.
    .addColumn('outcome', 'text')
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_attempt_at', big(db), (c) => c.notNull())
    .addColumn('created_at', big(db), (c) => c.notNull())
    .addUniqueConstraint('brought_file_message', ['channel', 'ts', 'file_id'])
    .execute();
  await db.schema
    .createIndex('brought_file_due')
    .on('brought_file')
    .columns(['state', 'next_attempt_at'])
    .execute();
  await db.schema.createIndex('brought_file_hash').on('brought_file').column('hash').execute();
}
