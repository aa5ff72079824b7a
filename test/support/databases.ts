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

/** Whoever races begins, and whoever holds them back has a connection too. */
const MOST_RACERS = 12;

let counter = 0;

/** An empty, migrated database of its own; closed and dropped when the test ends. */
export async function testDatabase(dialect: DialectName): Promise<Database> {
  const db = await Database.open(await testDatabaseUrl(dialect), { mostConnections: MOST_RACERS });
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

/** Databases that a finished test has left, by name: emptying one is much faster than cloning the next. */
const left: string[] = [];

async function postgresUrl(): Promise<string> {
  const base = inject('postgresUrl');
  const name = left.pop() ?? (await clone(base));
  onTestFinished(async () => {
    await query(base + name, EMPTY_ALL);
    left.push(name);
  });
  return base + name;
}

async function clone(base: string): Promise<string> {
  const name = `tango_${process.pid}_${++counter}`;
  await query(`${base}postgres`, `create database ${name} template ${TEMPLATE}`);
  return name;
}

/** Every table but the record of the migrations, and the number that grows with those that are emptied. */
const EMPTY_ALL = `do $$ begin
  execute (select 'truncate ' || string_agg(format('%I', tablename), ', ') || ' cascade'
    from pg_tables where schemaname = 'public' and tablename not like 'kysely%' and tablename != 'remembered');
end $$`;

async function query(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** As two processes have it. */
export async function twoOnOne(dialect: DialectName): Promise<[Database, Database]> {
  const url = await testDatabaseUrl(dialect);
  const opening = { mostConnections: MOST_RACERS };
  const opened = [await Database.open(url, opening), await Database.open(url, opening)] as const;
  onTestFinished(async () => void (await Promise.all(opened.map((db) => db.close()))));
  await opened[0].migrate();
  return [...opened];
}
