import { type Kysely, sql } from 'kysely';
import { big, isSqlite, strictTable } from './columns.ts';

/**
 * An import is a thing: what file it was and how it was read, what it brought, which rows it refused. Those of before left nothing behind by which they
 * could be listed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'import')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('noun', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('begun_by', 'text', (c) => c.notNull())
    .addColumn('begun_at', big(db), (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    // How the file is to be read: the columns, the answers to what it left open.
    .addColumn('wish', 'text', (c) => c.notNull())
    // What it was found to be before it was taken; null: nobody looked.
    .addColumn('plan', 'text')
    // In Slack: where somebody asked for it, and by which file.
    .addColumn('place', 'text')
    .addColumn('rows_in_all', 'integer', (c) => c.notNull())
    .addColumn('rows_done', 'integer', (c) => c.notNull())
    .addColumn('taken', 'integer', (c) => c.notNull())
    .addColumn('unchanged', 'integer', (c) => c.notNull())
    .addColumn('refused', 'integer', (c) => c.notNull())
    .addColumn('ended_at', big(db))
    .addColumn('undone_at', big(db))
    .addColumn('undone_by', 'text')
    .execute();
  await db.schema.createIndex('import_begun_at').on('import').column('begun_at').execute();
  await narrowTable(db, 'import_made')
    .addColumn('import_id', 'text', (c) => c.notNull())
    .addColumn('lead_id', 'text', (c) => c.notNull())
    // '' where it brought the lead itself; else the move that it made.
    .addColumn('event_id', 'text', (c) => c.notNull())
    .addColumn('gone_at', big(db))
    .addPrimaryKeyConstraint('import_made_key', ['import_id', 'lead_id', 'event_id'])
    .execute();
  // A card whose lead is gone asks with which import it went.
  await db.schema
    .createIndex('import_made_gone')
    .on('import_made')
    .column('lead_id')
    .where(sql.ref('gone_at'), 'is not', null)
    .execute();
  await narrowTable(db, 'import_refusal')
    .addColumn('import_id', 'text', (c) => c.notNull())
    .addColumn('line', 'integer', (c) => c.notNull())
    .addColumn('column_name', 'text')
    .addColumn('reason', 'text', (c) => c.notNull())
    // All of the row, to be mended and brought again.
    .addColumn('cells', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('import_refusal_key', ['import_id', 'line'])
    .execute();
}

/** Found by its key alone. */
function narrowTable(db: Kysely<unknown>, name: string) {
  return isSqlite(db)
    ? db.schema.createTable(name).modifyEnd(sql`strict, without rowid`)
    : db.schema.createTable(name);
}
