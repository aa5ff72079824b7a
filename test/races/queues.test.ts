/** Rows that workers take from a table: the outbox, and what is to be fetched from vendors. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { leaseBatch } from '../../src/outbox/lease.ts';
import { DEFAULT_TIMINGS } from '../../src/outbox/timings.ts';
import { enqueueFetches, leaseFetches } from '../../src/store/delivery/fetch-job.ts';
import { enqueue } from '../../src/store/outbox/enqueue.ts';
import { channelBucket, postpone } from '../../src/store/outbox/pace.ts';
import type { Tx } from '../../src/store/transaction.ts';
import { DIALECTS, testDatabase } from '../support/databases.ts';
import { card, NOON } from '../support/outbox-world.ts';
import { fulfilled, race } from '../support/race.ts';

/** One post for the whole workspace, then a pause. */
const ONE_POST = {
  ...DEFAULT_TIMINGS,
  rates: { ...DEFAULT_TIMINGS.rates, posts: { everyMs: 300, burst: 1 } },
};

for (const dialect of DIALECTS) {
  describe(`two workers at the same moment, on ${dialect}`, () => {
    it('keep to the pace that they share', async () => {
      const db = await testDatabase(dialect);
      await db.transaction(async (tx) => {
        await enqueueCards(tx, 4);
        await postpone(tx, channelBucket('C_0'), NOON + 1);
      });
      // By the clock of the second, the channel of the first card is not free yet: it would take the next one.
      const workers = [NOON + 1, NOON].map(
        (now) => () => db.transaction((tx) => lease(tx, `at ${now}`, { now })),
      );
      const results = fulfilled(await race(db, 'pace', workers));
      expect(results.flatMap(({ rows }) => rows.map(({ ref }) => ref))).toEqual(['dana 0']);
    });

    it('do not ask a vendor both for the same person', async () => {
      const db = await testDatabase(dialect);
      await db.transaction((tx) =>
        enqueueFetches(tx, [{ vendor: 'hubspot', objectId: '1', body: '{}' }], NOON),
      );
      const claim = { vendor: 'hubspot', now: NOON, leaseUntil: NOON + 60_000, limit: 10 } as const;
      const workers = ['a', 'b'].map(() => () => db.transaction((tx) => leaseFetches(tx, claim)));
      const held = (tx: Tx) => tx.sql.selectFrom('fetchJob').selectAll().forUpdate().execute();
      const results = fulfilled(await race(db, held, workers));
      expect(results.flat().length).toBeLessThanOrEqual(1);
    });
  });
}

describe('a worker on PostgreSQL', () => {
  it('does not wait for a row that somebody is just changing, and takes the others', async () => {
    const db = await testDatabase('postgres');
    await db.transaction((tx) => enqueueCards(tx, 2));
    const rows = await db.transaction(async (changing) => {
      await enqueue(changing, card('dana 0', 'C_0'), { id: 'again', now: NOON });
      return db.transaction(async (tx) => {
        await sql`set local lock_timeout = '1s'`.execute(tx.sql);
        return (await lease(tx, 'a', { timings: DEFAULT_TIMINGS })).rows;
      });
    });
    expect(rows.map(({ ref }) => ref)).toEqual(['dana 1']);
  });
});

/** Each to a channel of its own. */
async function enqueueCards(tx: Tx, count: number): Promise<void> {
  for (let n = 0; n < count; n++)
    await enqueue(tx, card(`dana ${n}`, `C_${n}`), { id: `row_${n}`, now: NOON });
}

function lease(tx: Tx, leaseToken: string, { now = NOON, timings = ONE_POST }) {
  return leaseBatch(tx, { now, limit: 10, leaseToken, seeksOrphans: false, timings });
}
