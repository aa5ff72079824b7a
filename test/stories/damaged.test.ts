import { fstatSync, openSync, writeSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { testDatabaseUrl } from '../support/databases.ts';
import { readableLog } from '../support/test-log.ts';
import { startWorld } from '../support/world.ts';

const PAGE = 4_096;

it('a database that is damaged while the bot runs: senders keep their leads, readiness and the log say why', async () => {
  const databaseUrl = await testDatabaseUrl('sqlite');
  const { log, lines } = readableLog();
  const world = await startWorld({ databaseUrl, mode: 'http', start: { log } });
  expect((await world.post('/api/leads', { source: 'Web', name: 'Dana' })).status).toBe(201);
  spoil(databaseUrl.slice('file:'.length));

  for (const name of ['Eve', 'Finn']) {
    const refused = await world.post('/api/leads', { source: 'Web', name });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10']);
  }
  const ready = await fetch(`${world.bot.url}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([
    503,
    { ready: false, database: 'waiting', why: { database: 'damaged' } },
  ]);
  expect(lines().filter(({ msg }) => /database is damaged/.test(String(msg)))).toHaveLength(1);
});

/** Every page but the first is overwritten behind SQLite's back; after a checkpoint it has none of them in memory. */
function spoil(file: string): void {
  const other = new Sqlite(file);
  other.pragma('wal_checkpoint(truncate)');
  const handle = openSync(file, 'r+');
  const page = Buffer.alloc(PAGE, 0xff);
  for (let at = PAGE; at < fstatSync(handle).size; at += PAGE) writeSync(handle, page, 0, PAGE, at);
}
