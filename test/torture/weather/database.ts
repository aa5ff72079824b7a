/** The database: held by somebody else, full, or lost under the bot's hands. */
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { Strike } from './strike.ts';

const LONGEST_LOCK_MS = 4_000;

export const DATABASE_WEATHER = {
  database_locked: async ({ plan, databaseUrl, tally }, { below }) => {
    tally.add('database_locked');
    const ms = 200 + below(LONGEST_LOCK_MS);
    if (plan.database === 'sqlite') await lockFile(databaseUrl.replace(/^file:/, ''), ms);
    else await lockTables(databaseUrl, ms);
  },
  disk_full: async ({ bots, tally }, { below }) => {
    tally.add('disk_full');
    await bots.tellAll({ order: 'disk', isFull: true });
    await pause(300 + below(1_500));
    await bots.tellAll({ order: 'disk', isFull: false });
  },
  connections_ended: async ({ databaseUrl, tally }) => {
    tally.add('connections_ended');
    await withClient(databaseUrl, (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`),
    );
  },
} satisfies Record<string, Strike>;

/** As a backup or an import would, which has nothing to do with ours. */
async function lockFile(file: string, ms: number): Promise<void> {
  const other = new Sqlite(file, { timeout: 5_000 });
  try {
    other.exec('begin immediate');
    await pause(ms);
    other.exec('rollback');
  } catch (thrown) {
    // The bot has it for longer than we wait: then it is we who were locked out.
    if ((thrown as { code?: string }).code !== 'SQLITE_BUSY') throw thrown;
  } finally {
    other.close();
  }
}

async function lockTables(url: string, ms: number): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('begin');
    await client.query('lock table lead, outbox in access exclusive mode');
    await pause(ms);
    await client.query('rollback');
  });
}

async function withClient(url: string, use: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
