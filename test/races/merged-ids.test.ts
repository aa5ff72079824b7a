/** A vendor merges and changes people at the very moment in which they are taken in. */
import { describe, expect, it } from 'vitest';
import { leaseDueFetches, receiveFetched } from '../../src/usecases/delivery/run-fetches.ts';
import { takeDelivery } from '../../src/usecases/delivery/take-delivery.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { race, rejections } from '../support/race.ts';

const HUBSPOT = { source: 'HubSpot', name: 'Dana Whitfield' };
const ORDER = { vendor: 'hubspot', objectId: '702', body: '{"wish":{}}' } as const;

async function leased(ctx: TestContext) {
  await takeDelivery(ctx, { leads: [{ ...HUBSPOT, externalId: '701' }], fetches: [ORDER] });
  const now = ctx.clock.now();
  const lease = { vendor: 'hubspot', now, leaseUntil: now + 60_000, limit: 5 } as const;
  const [job] = await leaseDueFetches(ctx, lease);
  return () => receiveFetched(ctx, job!, { leads: [{ ...HUBSPOT, externalId: '702' }] });
}

for (const dialect of DIALECTS) {
  describe(`while somebody is taken in, on ${dialect}`, () => {
    it('the vendor merges them with another: they are one lead', async () => {
      const ctx = await testContext(dialect);
      const receive = await leased(ctx);
      const merges = [{ source: 'HubSpot', ids: ['701', '702'] }];
      const merge = () => takeDelivery(ctx, { leads: [], fetches: [], merges });
      expect(rejections(await race<unknown>(ctx.db, 'lead', [receive, merge]))).toEqual([]);
      const rows = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('lead').select('id').where('state', '!=', 'merged').execute(),
      );
      expect(rows).toHaveLength(1);
    });

    it('the vendor changes them: they are asked for once more', async () => {
      const ctx = await testContext(dialect);
      const receive = await leased(ctx);
      const refetches = [{ ...ORDER, source: 'HubSpot', body: '{"isNew":false,"changed":["lastname"]}' }];
      const change = () => takeDelivery(ctx, { leads: [], fetches: [], refetches });
      expect(rejections(await race<unknown>(ctx.db, 'lead', [receive, change]))).toEqual([]);
      const [job] = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('fetchJob').select(['state', 'attempts', 'body']).execute(),
      );
      expect(job).toMatchObject({ state: 'pending', attempts: 0, body: expect.stringContaining('lastname') });
    });
  });
}
