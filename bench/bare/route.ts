/** The barest way to take a lead durably: an Express route that parses JSON and inserts a row, committed before it answers. */
import Sqlite from 'better-sqlite3';
import express from 'express';
import pg from 'pg';

type Lead = Record<'source' | 'name' | 'email' | 'company' | 'message', string>;

const { DATABASE_URL = '', PORT } = process.env;
const COLUMNS = ['source', 'name', 'email', 'company', 'message'] as const;
const insert = DATABASE_URL.startsWith('file:') ? intoSqlite(DATABASE_URL.slice(5)) : await intoPostgres();

express()
  .get('/readyz', (_request, response) => void response.end())
  .post('/api/leads', express.json({ limit: '1mb' }), async (request, response) => {
    await insert([request.body].flat() as Lead[]);
    response.status(201).json({ taken: true });
  })
  .listen(Number(PORT), '127.0.0.1');

function intoSqlite(file: string): (leads: Lead[]) => void {
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`create table lead (id integer primary key, ${COLUMNS.join(' text, ')} text) strict`);
  const one = db.prepare(`insert into lead (${COLUMNS.join()}) values (${COLUMNS.map(() => '?').join()})`);
  const all = db.transaction((leads: Lead[]) => {
    for (const lead of leads) one.run(valuesOf(lead));
  });
  return (leads) => (leads.length === 1 && leads[0] ? void one.run(valuesOf(leads[0])) : all(leads));
}

/** Several rows in one statement, as many as there are. */
async function intoPostgres(): Promise<(leads: Lead[]) => Promise<unknown>> {
  const pool = new pg.Pool({ connectionString: DATABASE_URL });
  await pool.query(`create table lead (id bigserial primary key, ${COLUMNS.join(' text, ')} text)`);
  const columns = COLUMNS.map((_name, index) => `$${index + 1}::text[]`).join();
  const text = `insert into lead (${COLUMNS.join()}) select * from unnest(${columns})`;
  return (leads) =>
    pool.query({ name: 'insert', text, values: COLUMNS.map((name) => leads.map((lead) => lead[name])) });
}

function valuesOf(lead: Lead): string[] {
  return COLUMNS.map((name) => lead[name]);
}
