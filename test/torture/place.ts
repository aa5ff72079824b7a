/** Where a round is played: a folder and an empty database of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Plan } from './plan.ts';
import type { Where } from './stage.ts';

export interface Place extends Where {
  clear(): Promise<void>;
}

/** `postgresUrl` ends in `/`. */
export async function placeFor({ database, seed }: Plan, postgresUrl: string): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), `tango-torture-${seed}-`));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  if (database === 'sqlite') {
    return { folder, databaseUrl: `file:${join(folder, 'tango.db')}`, clear: async () => removeFolder() };
  }
  const name = `torture_${process.pid}_${seed}`;
  await administer(postgresUrl, `create database ${name}`);
  return {
    ...{ folder, databaseUrl: postgresUrl + name },
    clear: async () => {
      removeFolder();
      await administer(postgresUrl, `drop database ${name} with (force)`);
    },
  };
}

async function administer(postgresUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(`${postgresUrl}postgres`);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
