import { describe, expect, it } from 'vitest';
import { leaseBatch } from '../../src/outbox/lease.ts';
import { recordTrouble } from '../../src/store/outbox/trouble.ts';
import { outboxState, retryFailedMessages } from '../../src/usecases/outbox/outbox-state.ts';
import { DIALECTS } from '../support/databases.ts';
import { card, NOON, type OutboxWorld, outboxWorld, UNPACED } from '../support/outbox-world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

for (const dialect of DIALECTS) {
  describe(`times that lie in the future, on ${dialect}`, () => {
    it('a clock that was a day ahead and is put right: after a restart all of it is said within a minute', async () => {
      const world = await outboxWorld(dialect);
      await aDayAhead(world);
      world.clock.moveTo(NOON);
      const restarted = world.worker();
      for (let passed = 0; passed <= MINUTE; passed += 1_000) {
        await restarted.drain(world.clock.now());
        world.clock.move(1_000);
      }
      const said = ['C_LEADS', 'C_FIELD', 'C_SCORECARD'].flatMap((channel) => world.said(channel));
      expect(said.sort()).toEqual(['About cut off', 'About later', 'About parked', 'About paused']);
    });

    it('it is noticed without a restart too, and a token that was refused then is tried again', async () => {
      const world = await outboxWorld(dialect);
      world.clock.moveTo(NOON + DAY);
      world.emulator.faults.next('chat.postMessage', { kind: 'error', error: 'invalid_auth' });
      await world.announce(card('dana'));
      await world.drain();
      await aDayAhead(world);
      world.clock.moveTo(NOON);
      await world.pass(MINUTE, 1_000);
      expect(world.said('C_LEADS')).toContain('About dana');
      expect(world.said('C_SCORECARD')).toEqual(['About parked']);
    });

    it('Slack asks for 28 hours: a quarter of one is waited, which the operator sees and may end', async () => {
      const world = await outboxWorld(dialect);
      const asked = { kind: 'rate_limited', retryAfterSeconds: 100_000 } as const;
      world.emulator.faults.next('chat.postMessage', asked);
      await world.announce(card('dana'));
      await world.drain();
      expect((await outboxState(world)).pauses).toEqual([
        { bucket: 'channel:C_LEADS', endsInMs: 15 * MINUTE },
        { bucket: 'posts', endsInMs: 15 * MINUTE },
      ]);
      expect((await world.outbox.health(world.clock.now())).pausedMs).toBe(15 * MINUTE);
      await world.pass(14 * MINUTE, MINUTE);
      expect(world.said('C_LEADS')).toEqual([]);
      await world.pass(MINUTE);
      expect(world.said('C_LEADS')).toEqual(['About dana']);

      world.emulator.faults.next('chat.postMessage', asked);
      await world.announce(card('eve'));
      await world.drain();
      await retryFailedMessages(world);
      expect((await outboxState(world)).pauses).toEqual([]);
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About dana', 'About eve']);
    });
  });
}

/** One row of each kind whose time was written by that clock: waiting, being sent, its channel parked, its channel and lane paused. */
async function aDayAhead(world: OutboxWorld): Promise<void> {
  const ahead = NOON + DAY;
  world.clock.moveTo(ahead);
  await world.announce(card('cut off'));
  const request = { now: ahead, limit: 1, leaseToken: 'cut off', seeksOrphans: false, timings: UNPACED };
  await world.db.transaction((tx) => leaseBatch(tx, request));
  await world.announce(card('later', 'C_FIELD'), card('parked', 'C_SCORECARD'), card('paused'));
  await world.db.transaction(async (tx) => {
    const later = { nextAttemptAt: ahead + MINUTE };
    await tx.sql.updateTable('outbox').set(later).where('ref', '=', 'later').execute();
    await recordTrouble(tx, {
      ...{
        subject: 'destination:C_SCORECARD',
        code: 'not_in_channel',
        since: ahead,
        probeAt: ahead + MINUTE,
      },
      facts: { code: 'destination_refused', target: 'C_SCORECARD', word: 'not_in_channel' },
    });
    for (const bucket of ['posts', 'channel:C_LEADS'])
      await tx.sql
        .insertInto('pace')
        .values({ bucket, nextAt: ahead + MINUTE })
        .execute();
  });
}
