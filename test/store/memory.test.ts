import { describe, expect, it } from 'vitest';
import { refuse } from '../../src/domain/refusals.ts';
import type { Settings } from '../../src/domain/team/settings.ts';
import type { Database } from '../../src/store/database.ts';
import { loadSettings, updateSettings } from '../../src/store/team/settings.ts';
import type { Tx } from '../../src/store/transaction.ts';
import { twoOnOneFile } from '../support/databases.ts';
import { MAX } from '../support/people.ts';

const currencyIn = (db: Database) => db.transaction(async (tx) => (await loadSettings(tx)).currency);

async function change(tx: Tx, changed: Partial<Settings>): Promise<void> {
  const before = await loadSettings(tx);
  await updateSettings(tx, { ...before, ...changed }, { before, by: MAX, at: 1 });
}

describe('what is remembered of the settings', () => {
  it('is the same for all who ask, and may be changed by none of them', async () => {
    const [db] = await twoOnOneFile();
    const first = await db.transaction(loadSettings);
    expect(await db.transaction(loadSettings)).toBe(first);
    expect(() => (first.managers as string[]).push(MAX)).toThrow(TypeError);
  });

  it('is forgotten once they are changed: in the same unit, for the next, and by another process', async () => {
    const [db, other] = await twoOnOneFile();
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
    const [db] = await twoOnOneFile();
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
    const [db, other] = await twoOnOneFile();
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
    const [db] = await twoOnOneFile();
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
