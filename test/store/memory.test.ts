import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { refuse } from '../../src/domain/refusals.ts';
import type { Settings } from '../../src/domain/team/settings.ts';
import { Database } from '../../src/store/database.ts';
import { loadSettings, updateSettings } from '../../src/store/team/settings.ts';
import type { Tx } from '../../src/store/transaction.ts';
import { DIALECTS, testDatabaseUrl, twoOnOne } from '../support/databases.ts';
import { MAX } from '../support/people.ts';

const currencyIn = (db: Database) => db.transaction(async (tx) => (await loadSettings(tx)).currency);

async function change(tx: Tx, changed: Partial<Settings>): Promise<void> {
  const before = await loadSettings(tx);
  await updateSettings(tx, { ...before, ...changed }, { before, by: MAX, at: 1 });
}

describe.each(DIALECTS)('what is remembered of the settings on %s', (dialect) => {
  it('is the same for all who ask, and may be changed by none of them', async () => {
    const [db] = await twoOnOne(dialect);
    const first = await db.transaction(loadSettings);
    expect(await db.transaction(loadSettings)).toBe(first);
    expect(() => (first.managers as string[]).push(MAX)).toThrow(TypeError);
  });

  it('is forgotten once they are changed: in the same unit, for the next, and by another process', async () => {
    const [db, other] = await twoOnOne(dialect);
    expect(await currencyIn(db)).toBe('EUR');
    await db.transaction(async (tx) => {
      await change(tx, { currency: 'CHF' });
      expect((await loadSettings(tx)).currency).toBe('CHF');
    });
    expect(await currencyIn(db)).toBe('CHF');
    await other.transaction((tx) => change(tx, { currency: 'USD' }));
    expect(await currencyIn(db)).toBe('USD');
  });

  it('is what was committed: a change that is taken back is remembered by nobody, not even beside it', async () => {
    const [db] = await twoOnOne(dialect);
    const seen: string[] = [];
    const fails = db.transaction(async (tx) => {
      await change(tx, { currency: 'CHF' });
      seen.push((await loadSettings(tx)).currency);
      throw refuse('lead_not_found');
    });
    const beside = currencyIn(db);
    await expect(fails).rejects.toThrow();
    expect(seen).toEqual(['CHF']);
    expect([await beside, await currencyIn(db)]).toEqual(['EUR', 'EUR']);
  });

  it('is the answer without a transaction, as long as it has been committed', async () => {
    const [db, other] = await twoOnOne(dialect);
    await db.transaction(loadSettings);
    const unasked = () => db.transaction(() => Promise.resolve(null), { known: 'settings' });
    expect(await unasked()).toMatchObject({ currency: 'EUR' });
    await db.transaction(async (tx) => {
      await change(tx, { currency: 'CHF' });
      await loadSettings(tx);
      expect(await Promise.race([unasked(), Promise.resolve('waits')])).toBe('waits');
    });
    await db.transaction(loadSettings);
    expect(await unasked()).toMatchObject({ currency: 'CHF' });
    await other.transaction((tx) => change(tx, { currency: 'USD' }));
    expect(await unasked()).toBeNull();
  });

  it('is forgotten by whatever writes to their table, also in a text of its own', async () => {
    const [db] = await twoOnOne(dialect);
    const { sql } = await import('kysely');
    await db.transaction((tx) => change(tx, { currency: 'CHF' }));
    expect(await currencyIn(db)).toBe('CHF');
    await db.transaction((tx) => tx.sql.deleteFrom('setting').where('key', '=', 'currency').execute());
    expect(await currencyIn(db)).toBe('EUR');
    await db.transaction((tx) => change(tx, { currency: 'CHF' }));
    expect(await currencyIn(db)).toBe('CHF');
    await db.transaction((tx) => sql`delete from setting`.execute(tx.sql));
    expect(await currencyIn(db)).toBe('EUR');
  });
});

it('PostgreSQL tells of what somebody changes by hand, and of nothing that is taken back', async () => {
  const url = await testDatabaseUrl('postgres');
  const db = await Database.open(url);
  onTestFinished(() => db.close());
  const first = await db.transaction(loadSettings);
  const hand = new pg.Client(url);
  await hand.connect();
  onTestFinished(() => hand.end());
  await hand.query('begin');
  const change = `insert into setting (key, value, updated_at, updated_by) values ('currency', '"CHF"', 1, 'tango')`;
  await hand.query(change);
  expect(await db.transaction(loadSettings)).toBe(first);
  await hand.query('rollback');
  expect(await db.transaction(loadSettings)).toBe(first);
  await hand.query(change);
  expect(await currencyIn(db)).toBe('CHF');
});

it('PostgreSQL without the number yet is read each time', async () => {
  const url = await testDatabaseUrl('postgres');
  const hand = new pg.Client(url);
  await hand.connect();
  onTestFinished(() => hand.end());
  await hand.query('alter table remembered rename to not_yet');
  onTestFinished(async () => void (await hand.query('alter table not_yet rename to remembered')));
  const db = await Database.open(url);
  onTestFinished(() => db.close());
  expect(await db.transaction(loadSettings)).not.toBe(await db.transaction(loadSettings));
});
