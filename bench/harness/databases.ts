import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import pg from 'pg';

const SERVER = fileURLToPath(new URL('../../test/support/postgres-server.ts', import.meta.url));

export interface BenchDatabases {
  name: string;
  /** The address of another empty database. */
  next(): Promise<string>;
  stop(): Promise<void>;
}

/** Files as in production: each commit is on disk. */
export function sqliteFiles(): BenchDatabases {
  const folder = mkdtempSync(join(tmpdir(), 'tango-bench-'));
  let count = 0;
  return {
    name: 'SQLite',
    next: async () => `file:${join(folder, `${count++}.db`)}`,
    stop: async () => rmSync(folder, { recursive: true }),
  };
}

/** As PostgreSQL comes. */
const DURABLE = ['fsync=on', 'full_page_writes=on', 'synchronous_commit=on', 'autovacuum=on'];

/** The tests' server on this machine, which does not wait for the disk unless it is asked to. */
export async function postgres({ isDurable = false } = {}): Promise<BenchDatabases & { pid: number }> {
  const args = [SERVER, ...(isDurable ? DURABLE : [])];
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [base] = (await once(createInterface(server.stdout), 'line')) as [string];
  let count = 0;
  return {
    name: 'PostgreSQL',
    pid: server.pid ?? 0,
    next: async () => {
      const name = `bench_${count++}`;
      const admin = new pg.Client(`${base}postgres`);
      await admin.connect();
      await admin.query(`create database ${name}`);
      await admin.end();
      return base + name;
    },
    stop: async () => {
      server.stdin.end();
      await once(server, 'exit');
    },
  };
}

/** One query by the bare driver, prepared once. */
export interface RawQuery {
  all(): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function rawQuery(url: string, text: string): Promise<RawQuery> {
  if (url.startsWith('file:')) {
    const db = new Sqlite(url.slice('file:'.length));
    const statement = db.prepare<[], Record<string, unknown>>(text);
    return { all: async () => statement.all(), close: async () => void db.close() };
  }
  const client = new pg.Client(url);
  await client.connect();
  return { all: async () => (await client.query({ name: 'raw', text })).rows, close: () => client.end() };
}
