import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Among what waits for one place: hot leads, live ones, imported ones, and lines in threads last. What waits already counts as live.
  await db.schema
    .alterTable('outbox')
    .addColumn('rank', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await db.schema.dropIndex('outbox_queue').execute();
  await db.schema
    .createIndex('outbox_queue')
    .on('outbox')
    .columns(['status', 'lane', 'target', 'rank', 'seq'])
    .execute();
  // Lines that wait for one thread leave together.
  await db.schema
    .createIndex('outbox_thread')
    .on('outbox')
    .columns(['thread_of', 'status', 'lane'])
    .execute();
}
