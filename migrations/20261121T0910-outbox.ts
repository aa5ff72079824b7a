import type { Kysely } from 'kysely';
import { big, rowNumber, strictTable } from './columns.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'outbox')
    // The order of enqueueing, whatever the clock says: what was said first is shown first.
    .addColumn('seq', rowNumber(db), (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('ref', 'text', (c) => c.notNull())
    .addColumn('dedupe_key', 'text', (c) => c.notNull().unique())
    // A channel or user id: where it goes, and whose pace it shares.
    .addColumn('target', 'text', (c) => c.notNull())
    // The dedupe key of the message whose thread this belongs to: it waits until that one is posted.
    .addColumn('thread_of', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    // How it goes next: post, edit, home, or check whether it was posted.
    .addColumn('lane', 'text', (c) => c.notNull())
    // Raised by each re-arming, so that a change made while the row is being sent is not lost.
    .addColumn('generation', 'integer', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_attempt_at', big(db), (c) => c.notNull())
    .addColumn('lease_token', 'text')
    .addColumn('lease_until', big(db))
    // Set before a post leaves: whoever finds it set after a crash looks in Slack before posting again.
    .addColumn('doubt_since', big(db))
    .addColumn('doubt_checks', 'integer', (c) => c.notNull())
    // Raised when Slack refuses the content: 0 as rendered, 1 without charts and tables, 2 text alone.
    .addColumn('plainness', 'integer', (c) => c.notNull())
    // 1: Slack refused the reply, it goes to the channel itself.
    .addColumn('unthreaded', 'integer', (c) => c.notNull())
    // Of what was last shown: a re-arming that changes nothing costs no call.
    .addColumn('shown_hash', 'text')
    .addColumn('last_failure', 'text')
    .addColumn('created_at', big(db), (c) => c.notNull())
    // Since when there is something to send: the age of the queue.
    .addColumn('armed_at', big(db), (c) => c.notNull())
    .addColumn('sent_at', big(db))
    .execute();
  await db.schema.createIndex('outbox_due').on('outbox').columns(['status', 'next_attempt_at']).execute();
  await db.schema
    .createIndex('outbox_queue')
    .on('outbox')
    .columns(['status', 'lane', 'target', 'seq'])
    .execute();

  await strictTable(db, 'slack_message')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('ts', 'text', (c) => c.notNull())
    .addColumn('posted_at', big(db), (c) => c.notNull())
    .addUniqueConstraint('slack_message_place', ['channel', 'ts'])
    .execute();

  // What a person must mend (a channel that refuses us): told once, tried again at probe_at.
  await strictTable(db, 'trouble')
    .addColumn('subject', 'text', (c) => c.primaryKey())
    .addColumn('code', 'text', (c) => c.notNull())
    // What to do, as it is told to a manager.
    .addColumn('sentence', 'text', (c) => c.notNull())
    .addColumn('since', big(db), (c) => c.notNull())
    .addColumn('probe_at', big(db), (c) => c.notNull())
    .execute();

  await strictTable(db, 'pace')
    .addColumn('bucket', 'text', (c) => c.primaryKey())
    .addColumn('next_at', big(db), (c) => c.notNull())
    .execute();
}
