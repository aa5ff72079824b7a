import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const SERVER = fileURLToPath(new URL('../test/support/postgres-server.ts', import.meta.url));

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

/** The tests' server on this machine, which does not wait for the disk. */
export async function postgres(): Promise<BenchDatabases> {
  const server = spawn(process.execPath, [SERVER], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [base] = (await once(createInterface(server.stdout), 'line')) as [string];
  let count = 0;
  return {
    name: 'PostgreSQL',
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
