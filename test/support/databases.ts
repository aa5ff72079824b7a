import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { Database } from '../../src/store/database.ts';
import type { DialectName } from '../../src/store/dialects.ts';
import { TEMPLATE } from './postgres.ts';

/** Every store test runs on both: `for (const dialect of DIALECTS) describe(…)`. */
export const DIALECTS: readonly DialectName[] = ['sqlite', 'postgres'];

let counter = 0;

/** An empty, migrated database of its own; closed and dropped when the test ends. */
export async function testDatabase(dialect: DialectName): Promise<Database> {
  const db = await Database.open(await testDatabaseUrl(dialect));
  onTestFinished(() => db.close());
  if (dialect === 'sqlite') await db.migrate();
  return db;
}

/** The address of an empty database; on SQLite the file is there but not migrated yet. */
export async function testDatabaseUrl(dialect: DialectName): Promise<string> {
  return dialect === 'sqlite' ? sqliteUrl() : postgresUrl();
}

function sqliteUrl(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tango-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'tango.db')}`;
}

async function postgresUrl(): Promise<string> {
  const base = inject('postgresUrl');
  const name = `tango_${process.pid}_${++counter}`;
  await administer(base, `create database ${name} template ${TEMPLATE}`);
  onTestFinished(() => administer(base, `drop database ${name} with (force)`));
  return base + name;
}

async function administer(base: string, statement: string): Promise<void> {
  const admin = new pg.Client(`${base}postgres`);
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}
