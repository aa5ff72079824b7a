import { expect, it, onTestFinished } from 'vitest';
import { Database } from '../../src/store/database.ts';
import { enqueue } from '../../src/store/outbox/enqueue.ts';
import { commandLine } from '../support/command-line.ts';
import { testDatabaseUrl } from '../support/databases.ts';

it('tells the operator what was given up, and tries it again when asked', async () => {
  const url = await testDatabaseUrl('sqlite');
  const tango = commandLine({ DATABASE_URL: url });
  const db = await Database.open(url);
  onTestFinished(() => db.close());
  await db.migrate();
  await db.transaction(async (tx) => {
    await enqueue(tx, { kind: 'nag', ref: 'nag_1', target: 'C_LEADS' }, { id: 'outbox_1', now: 1 });
    await tx.sql.updateTable('outbox').set({ status: 'failed' }).execute();
  });
  expect((await tango('outbox')).stdout).toContain('Given up: 1.');
  expect((await tango('outbox', 'retry')).stdout).toContain('1 message is tried again.');
  expect((await tango('outbox')).stdout).toContain('Waiting: 1');
});
