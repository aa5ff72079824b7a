import { describe, expect, it } from 'vitest';
import type { FetchJob } from '../../../src/domain/delivery/fetch-job.ts';
import type { Database } from '../../../src/store/database.ts';
import {
  countFetches,
  enqueueFetches,
  finishFetch,
  leaseFetches,
  parkFetches,
  postponeFetches,
} from '../../../src/store/delivery/fetch-job.ts';
import { DIALECTS, testDatabase } from '../../support/databases.ts';

const DONE = { state: 'done', nextAttemptAt: 0, lastFailure: null } as const;
const LATER = { state: 'pending', nextAttemptAt: 900, lastFailure: 'http_401' } as const;

for (const dialect of DIALECTS) {
  describe(`what is to be fetched, on ${dialect}`, () => {
    it('is finished by who holds it now', async () => {
      const { db, job } = await leased(dialect);
      const again = await lease(db, 200);
      expect(again?.attempts).toBe(2);
      expect(await db.transaction((tx) => finishFetch(tx, job, DONE))).toBe(false);
      expect(await db.transaction((tx) => finishFetch(tx, again!, DONE))).toBe(true);
    });

    it('is finished once', async () => {
      const { db, job } = await leased(dialect);
      expect(await db.transaction((tx) => finishFetch(tx, job, DONE))).toBe(true);
      expect(await db.transaction((tx) => finishFetch(tx, job, LATER))).toBe(false);
    });

    it('waits for a token only while it is open', async () => {
      const { db, job } = await leased(dialect);
      await db.transaction((tx) => finishFetch(tx, job, DONE));
      expect(await db.transaction((tx) => parkFetches(tx, 'hubspot', 'no token'))).toBe(0);
    });

    it('is put off only while it is open', async () => {
      const { db, job } = await leased(dialect);
      await db.transaction(async (tx) => {
        await finishFetch(tx, job, DONE);
        await postponeFetches(tx, job, LATER);
      });
      expect(await db.transaction(countFetches)).toMatchObject({ pending: 0, done: 1 });
    });
  });
}

async function leased(dialect: (typeof DIALECTS)[number]) {
  const db = await testDatabase(dialect);
  await db.transaction((tx) => enqueueFetches(tx, [{ vendor: 'hubspot', objectId: '1', body: '{}' }], 100));
  return { db, job: (await lease(db, 100))! };
}

/** For 50 ms. */
async function lease(db: Database, now: number): Promise<FetchJob | undefined> {
  const claim = { vendor: 'hubspot', now, leaseUntil: now + 50, limit: 1 } as const;
  const [job] = await db.transaction((tx) => leaseFetches(tx, claim));
  return job;
}
