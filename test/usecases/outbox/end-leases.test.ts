import { describe, expect, it } from 'vitest';
import { leaseBatch } from '../../../src/outbox/lease.ts';
import { leaseDueFetches } from '../../../src/usecases/delivery/run-fetches.ts';
import { takeDelivery } from '../../../src/usecases/delivery/take-delivery.ts';
import { endLeases } from '../../../src/usecases/outbox/end-leases.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { card, type OutboxWorld, outboxWorld, UNPACED } from '../../support/outbox-world.ts';

const MINUTE = 60_000;

describe('after a kill in the middle of a post', () => {
  it('the next card of the channel leaves at once on SQLite, and what was in doubt is said once', async () => {
    const world = await outboxWorld('sqlite');
    await killedWhilePosting(world);
    await endLeases(world);
    await world.drain();
    expect(world.said('C_LEADS')).toEqual(['About eve']);
    await world.pass(MINUTE, 1_000);
    expect(world.said('C_LEADS')).toEqual(['About eve', 'About dana']);
  });

  it('on PostgreSQL the lease may be that of another bot, and is left to run out', async () => {
    const world = await outboxWorld('postgres');
    await killedWhilePosting(world);
    await endLeases(world);
    await world.drain();
    expect(world.said('C_LEADS')).toEqual([]);
  });
});

/** The one leases Dana's card and is seen no more; Eve's comes meanwhile. */
async function killedWhilePosting(world: OutboxWorld): Promise<void> {
  await world.announce(card('dana'));
  const request = { now: world.clock.now(), limit: 8, leaseToken: 'killed', seeksOrphans: false };
  await world.db.transaction((tx) => leaseBatch(tx, { ...request, timings: UNPACED }));
  world.clock.move(1_000);
  await world.announce(card('eve'));
}

it.each(DIALECTS)('what a killed process was fetching, on %s', async (dialect) => {
  const ctx = await testContext(dialect);
  await takeDelivery(ctx, { leads: [], fetches: [{ vendor: 'hubspot', objectId: '1', body: '{}' }] });
  const lease = () => {
    const now = ctx.clock.now();
    return leaseDueFetches(ctx, { vendor: 'hubspot', now, leaseUntil: now + MINUTE, limit: 1 });
  };
  expect(await lease()).toHaveLength(1);
  ctx.clock.move(1_000);
  await endLeases(ctx);
  expect(await lease()).toHaveLength(dialect === 'sqlite' ? 1 : 0);
});
