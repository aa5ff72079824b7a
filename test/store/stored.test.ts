import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { Database } from '../../src/store/database.ts';
import { outboxState } from '../../src/usecases/outbox/outbox-state.ts';
import { loadReport } from '../../src/usecases/report/build-report.ts';
import { testClock, testIds } from '../support/time.ts';
import { FROZEN } from './stored/frozen.ts';

const STORED = globSync('test/store/stored/*.sql').sort();

/** The database as that version left it. */
function written(dump: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tango-stored-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'tango.db');
  const database = new Sqlite(file);
  database.pragma('foreign_keys = off');
  database.exec(readFileSync(dump, 'utf8'));
  expect(database.pragma('foreign_key_check')).toEqual([]);
  database.close();
  return file;
}

function counts(file: string): Record<string, number> {
  const database = new Sqlite(file, { readonly: true });
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and name not like 'kysely%'")
    .pluck()
    .all() as string[];
  const count = (table: string) =>
    database.prepare(`select count(*) from "${table}"`).pluck().get() as number;
  const counted = Object.fromEntries(tables.map((table) => [table, count(table)]));
  database.close();
  return counted;
}

/** Tables that are no more, each with those that have its rows now. */
const FORMER = { spend_replacement: ['spend_replaced_version', 'spend_correction'] };

function withFormer(rows: Record<string, number>): Record<string, number> {
  const former = Object.entries(FORMER).map(([table, now]) => [
    table,
    now.reduce((sum, each) => sum + (rows[each] ?? 0), 0),
  ]);
  return { ...Object.fromEntries(former), ...rows };
}

it.each(STORED)(
  'A database of %s is opened, brought up to date, and read, with each of its rows',
  async (dump) => {
    const file = written(dump);
    const before = counts(file);
    expect(Object.entries(before).filter(([, rows]) => rows === 0)).toEqual([]);
    const db = await Database.openForBot(`file:${file}`);
    onTestFinished(() => db.close());
    const ctx = { db, clock: testClock(), newId: testIds() };
    const { total } = await loadReport(ctx, { from: '2026-01-01', to: '2026-12-31', by: 'source' });
    expect(total.leads).toBeGreaterThan(3);
    expect((await outboxState(ctx)).troubles).toHaveLength(2);
    expect(withFormer(counts(file))).toMatchObject(before);
  },
);

it('No step is changed once it has landed, and each later one has its stored database', () => {
  const steps = globSync('migrations/2*.ts').map((path) => basename(path, '.ts'));
  expect(steps.sort()).toEqual(Object.keys(migrations).sort());
  const hashes = steps.map((step) => [step, hashOf(`migrations/${step}.ts`)]);
  // Add the line of a new step to stored/frozen.ts, and what dump.ts makes of a database after it; change none that is there.
  expect(Object.fromEntries(hashes)).toEqual(FROZEN);
  const stored = STORED.map((dump) => basename(dump, '.sql'));
  expect(steps.filter((step) => step > FIRST_STORED && !stored.includes(step))).toEqual([]);
  expect(stored).toContain(FIRST_STORED);
});

/** Those before it were edited after they had run, and there is no database of theirs. */
const FIRST_STORED = '20261126T1710-private-answers';

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}
