import { expect, it, onTestFinished } from 'vitest';
import { Database } from '../../src/store/database.ts';
import { enqueue } from '../../src/store/outbox/enqueue.ts';
import { recordTrouble } from '../../src/store/outbox/trouble.ts';
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

it('says what only a person can mend, also what was noted in words by an earlier version', async () => {
  const url = await testDatabaseUrl('sqlite');
  const db = await Database.open(url);
  onTestFinished(() => db.close());
  await db.migrate();
  await db.transaction(async (tx) => {
    await recordTrouble(tx, {
      ...{ subject: 'destination:C_LEADS', code: 'not_in_channel', since: 1, probeAt: 1 },
      facts: { code: 'destination_refused', target: 'C_LEADS', word: 'not_in_channel' },
    });
    const old = { subject: 'quota', code: 'message_limit_exceeded', sentence: 'The quota is used up.' };
    await tx.sql
      .insertInto('trouble')
      .values({ ...old, since: 1, probeAt: 1 })
      .execute();
  });
  const { stdout } = await commandLine({ DATABASE_URL: url })('outbox');
  expect(stdout).toContain(
    'destination:C_LEADS (not_in_channel): I cannot post to <#C_LEADS> (not_in_channel). Please type “/invite @Tango” there. What I have to say there waits.\n',
  );
  expect(stdout).toContain('quota (message_limit_exceeded): The quota is used up.\n');
});

it('retrying says what it cannot mend, with how much waits there', async () => {
  const url = await testDatabaseUrl('sqlite');
  const db = await Database.open(url);
  onTestFinished(() => db.close());
  await db.migrate();
  await db.transaction(async (tx) => {
    const nag = (n: number) => ({ kind: 'nag', ref: `nag_${n}`, target: 'C_LEADS' }) as const;
    await enqueue(tx, nag(1), { id: 'outbox_1', now: 1 });
    await enqueue(tx, nag(2), { id: 'outbox_2', now: 1 });
    await enqueue(tx, { kind: 'lead_card', ref: 'lead_1', target: '#leads' }, { id: 'outbox_3', now: 1 });
    const at = { since: 1, probeAt: 1 };
    await recordTrouble(tx, {
      ...{ subject: 'destination:C_LEADS', code: 'is_archived', ...at },
      facts: { code: 'destination_refused', target: 'C_LEADS', word: 'is_archived' },
    });
    await recordTrouble(tx, {
      ...{ subject: 'unnamed:leads', code: 'no_channel', ...at },
      facts: { code: 'no_channel', place: 'leads', waiting: 1 },
    });
  });
  const { stdout } = await commandLine({ DATABASE_URL: url })('outbox', 'retry');
  const [first, ...others] = stdout.trim().split('\n');
  expect(first).toBe('0 messages are tried again.');
  expect(others).toEqual([
    expect.stringMatching(/^2 messages wait for what trying again may not mend: I cannot post to <#C_LEADS>/),
    expect.stringMatching(
      /^1 message waits for what trying again may not mend: No channel is named for leads/,
    ),
  ]);
});
