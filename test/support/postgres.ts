/** One real PostgreSQL for the whole run, started once; each test gets a database of its own, cloned from a template. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
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

const SERVER = fileURLToPath(new URL('./postgres-server.ts', import.meta.url));

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide('postgresUrl', url);
  return stop;
}

export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = spawn(process.execPath, [SERVER], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(server, 'exit');
  const [url] = await Promise.race([
    once(createInterface(server.stdout), 'line') as Promise<[string]>,
    exited.then(() => Promise.reject(new Error('PostgreSQL did not start'))),
  ]);
  await createTemplate(url);
  const stop = async () => {
    server.stdin.end();
    await exited;
  };
  return { url, stop };
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
