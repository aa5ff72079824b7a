/**
 * How long 8,000 leads take from file to database, beside the least that it could take: parse the same file with csv-parse
 * and insert one row each in a single transaction. `node bench/import.ts [rows] [rounds]`; prints medians and their ratio.
 */
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { parse } from 'csv-parse';
import { systemClock } from '../src/clock.ts';
import { uuidv7From } from '../src/ids.ts';
import { importLeads } from '../src/intake/csv/import-leads.ts';
import { Database } from '../src/store/database.ts';
import { ensureSettings } from '../src/usecases/team/ensure-settings.ts';

const rows = Number(process.argv[2] ?? 8000);
const rounds = Number(process.argv[3] ?? 5);
const folder = mkdtempSync(join(tmpdir(), 'tango-bench-'));
const file = join(folder, 'leads.csv');
writeFileSync(file, content());

const times = { import: [] as number[], again: [] as number[], baseline: [] as number[] };
for (let round = 0; round < rounds; round++) {
  times.baseline.push(await timed(() => baseline(join(folder, `baseline${round}.db`))));
  const database = `file:${join(folder, `tango${round}.db`)}`;
  times.import.push(await timed(() => importAll(database)));
  times.again.push(await timed(() => importAll(database)));
}
rmSync(folder, { recursive: true });

const [imported, again, least] = [median(times.import), median(times.again), median(times.baseline)];
console.log(`${rows} leads, median of ${rounds} rounds, SQLite with synchronous=FULL`);
console.log(
  `import          ${imported} ms (${Math.round((rows / imported) * 1000)} rows/s), ${(imported / least).toFixed(1)} × baseline`,
);
console.log(`the same again  ${again} ms`);
console.log(`baseline        ${least} ms (csv-parse, one bare insert a row, one transaction)`);

function content(): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const day = new Date(Date.UTC(2018, 0, 1 + (n % 300))).toISOString().slice(0, 10);
    return `id${n},${day},Person ${n},person${n}@company${n % 900}.example,source ${n % 11},page ${n % 400}`;
  });
  return `id,created_at,name,email,source,landing_page\n${lines.join('\n')}\n`;
}

async function importAll(url: string): Promise<void> {
  const db = await Database.open(url);
  await db.migrate();
  const ctx = { db, clock: systemClock, newId: uuidv7From(systemClock) };
  const nobody = { leadsChannel: null, fieldChannel: null, marketingChannel: null, scorecardChannel: null };
  await ensureSettings(ctx, { ...nobody, managers: [], marketers: [], timezone: 'UTC', currency: 'EUR' });
  const request = {
    path: file,
    map: {},
    set: {},
    timezone: 'UTC',
    currency: 'EUR',
    dateOrder: null,
    decimalMark: null,
    dryRun: false,
  };
  const report = await importLeads(ctx, { ...request, onProgress: () => undefined }, 'recent');
  if (report.taken + report.unchanged !== rows) throw new Error('Not every row was imported');
  await db.close();
}

async function baseline(path: string): Promise<void> {
  const db = new Sqlite(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table lead (id text, at text, name text, email text, source text, page text) strict');
  const insert = db.prepare('insert into lead values (?, ?, ?, ?, ?, ?)');
  db.exec('begin');
  for await (const record of createReadStream(file).pipe(parse({ from_line: 2 }))) insert.run(record);
  db.exec('commit');
  db.close();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
