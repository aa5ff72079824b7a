import { describe, expect, it } from 'vitest';
import {
  countFetchJobs,
  leaseDueFetches,
  parkWithoutToken,
  receiveFetched,
  recordFetchFailure,
} from '../../../src/usecases/delivery/run-fetches.ts';
import { takeDelivery } from '../../../src/usecases/delivery/take-delivery.ts';
import { outboxState } from '../../../src/usecases/outbox/outbox-state.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MAX } from '../../support/people.ts';

const MINUTE = 60_000;
const DANA = { source: 'HubSpot', name: 'Dana Whitfield' };

for (const dialect of DIALECTS) {
  describe(`somebody who is to be fetched, on ${dialect}`, () => {
    it('is a lead once, by whoever holds the job', async () => {
      const ctx = await ordered(dialect);
      const slow = await lease(ctx);
      ctx.clock.move(MINUTE);
      const quick = await lease(ctx);
      expect(await receiveFetched(ctx, slow!, { leads: [DANA] })).toBeNull();
      expect(await receiveFetched(ctx, quick!, { leads: [DANA] })).toMatchObject({ duplicate: false });
      expect(await countFetchJobs(ctx)).toMatchObject({ pending: 0, done: 1 });
    });

    it('does not wait for the clock that was ahead when it was put off', async () => {
      const ctx = await ordered(dialect);
      ctx.clock.move(90 * MINUTE);
      await recordFetchFailure(ctx, (await lease(ctx))!, { kind: 'busy', code: 'http_503' });
      ctx.clock.move(-90 * MINUTE);
      expect(await lease(ctx)).toMatchObject({ objectId: '1' });
    });

    it('waits where our token is refused, and the managers hear of it once', async () => {
      const ctx = await ordered(dialect);
      const job = (await lease(ctx))!;
      const failure = { kind: 'token', code: 'http_401', reason: 'the token is refused' } as const;
      expect(await recordFetchFailure(ctx, job, failure)).toBe('waiting_for_token');
      expect(await parkWithoutToken(ctx, 'hubspot', 'there is no token')).toBe(1);
      expect((await outboxState(ctx)).troubles).toMatchObject([{ subject: 'fetch:hubspot' }]);
      const told = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('outbox').select('target').where('kind', '=', 'notice').execute(),
      );
      expect(told).toEqual([{ target: MAX }]);
    });
  });
}

async function ordered(dialect: (typeof DIALECTS)[number]) {
  const ctx = await testContext(dialect);
  await takeDelivery(ctx, { leads: [], fetches: [{ vendor: 'hubspot', objectId: '1', body: '{}' }] });
  return ctx;
}

async function lease(ctx: TestContext) {
  const now = ctx.clock.now();
  const [job] = await leaseDueFetches(ctx, { vendor: 'hubspot', now, leaseUntil: now + MINUTE, limit: 1 });
  return job;
}
