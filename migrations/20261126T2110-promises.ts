import { type Kysely, SqliteAdapter, sql } from 'kysely';
import { big, strictTable } from './columns.ts';

/** What everybody owes: a row each, ended and never deleted. Those of stored leads are made from their histories at the first start. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const table = db.schema.createTable('promise');
  await (isSqlite(db) ? table.modifyEnd(sql`strict, without rowid`) : table)
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('owed_by', 'text', (c) => c.notNull())
    .addColumn('owed_to', 'text', (c) => c.notNull())
    .addColumn('started_at', big(db), (c) => c.notNull())
    .addColumn('start_move', 'text', (c) => c.notNull())
    .addColumn('due_at', big(db), (c) => c.notNull())
    .addColumn('target', big(db), (c) => c.notNull())
    .addColumn('calendar', 'text', (c) => c.notNull())
    .addColumn('cycle_at', big(db), (c) => c.notNull())
    .addColumn('said', 'text')
    .addColumn('told_at', big(db))
    .addColumn('look_at', big(db))
    .addColumn('ended_at', big(db))
    .addColumn('ended_by', 'text')
    .addColumn('end_move', 'text')
    .addColumn('ended_how', 'text')
    .addColumn('ended_why', 'text')
    .addColumn('late', big(db))
    // Those about one thing lie together, and are read and written together.
    .addPrimaryKeyConstraint('promise_key', ['about', 'id'])
    .execute();
  for (const text of RUNNING) await sql.raw(text).execute(db);
  await widenNags(db);
}

/** What runs is asked for all day, and is little beside all that ever ran. The first is also what lets no two of a kind run about one thing. */
const RUNNING = [
  'create unique index promise_running on promise (about, kind) where ended_at is null',
  'create index promise_owed on promise (owed_by, due_at, kind, cycle_at, about) where ended_at is null',
  'create index promise_look_at on promise (look_at) where look_at is not null',
];

/** A nag may be about any promise, and what it is about need not be a lead. Those of before name their lead alone. */
async function widenNags(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'nag_of_promise')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('promise_id', 'text')
    .addColumn('lead_id', 'text', (c) => c.references('lead.id'))
    .addColumn('promise', 'text', (c) => c.notNull())
    .addColumn('step', 'text', (c) => c.notNull())
    .addColumn('cycle_at', big(db), (c) => c.notNull())
    .addColumn('sent_at', big(db), (c) => c.notNull())
    .addUniqueConstraint('nag_of_promise_once', ['promise_id', 'step', 'cycle_at'])
    .addUniqueConstraint('nag_of_lead_once', ['lead_id', 'promise', 'step', 'cycle_at'])
    .execute();
  await strictTable(db, 'receipt_of_nag')
    .addColumn('nag_id', 'text', (c) => c.notNull().references('nag_of_promise.id'))
    .addColumn('hearer', 'text', (c) => c.notNull())
    .addColumn('how', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('receipt_of_nag_once', ['nag_id', 'hearer'])
    .execute();
  for (const text of MOVED) await sql.raw(text).execute(db);
}

const MOVED = [
  `insert into nag_of_promise (id, lead_id, promise, step, cycle_at, sent_at)
    select id, lead_id, promise, step, cycle_at, sent_at from nag`,
  'insert into receipt_of_nag (nag_id, hearer, how, day) select nag_id, hearer, how, day from nag_receipt',
  'drop table nag_receipt',
  'drop table nag',
  'alter table nag_of_promise rename to nag',
  'alter table receipt_of_nag rename to nag_receipt',
  'create index nag_receipt_day on nag_receipt (day, hearer)',
];

function isSqlite(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof SqliteAdapter;
}
