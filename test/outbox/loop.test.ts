import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { DIALECTS } from '../support/databases.ts';
import { altered, line, outboxWorld, UNPACED } from '../support/outbox-world.ts';

for (const dialect of DIALECTS) {
  describe(`the running outbox on ${dialect}`, () => {
    it('sends as soon as something is committed', async () => {
      const world = await outboxWorld(dialect, { timings: { ...UNPACED, sweep: 60_000 } });
      world.outbox.start();
      onTestFinished(async () => void (await world.outbox.stop()));
      await world.announce(line('hello'));
      await world.emulator.waitFor(() => world.said('C_LEADS').length === 1);
    });

    it('sends what another process has left, without being told', async () => {
      const world = await outboxWorld(dialect, { timings: { ...UNPACED, sweep: 10 } });
      world.outbox.start();
      onTestFinished(async () => void (await world.outbox.stop()));
      const { worker } = world;
      await world.announce(line('hello'));
      await world.emulator.waitFor(() => world.said('C_LEADS').length === 1);
      expect(await worker().stop()).toBe(true);
    });

    it('asks the database nothing while the channel has to wait', async () => {
      const world = await outboxWorld(dialect, { timings: { ...UNPACED, channel: 60_000, sweep: 60_000 } });
      const begun = countTransactions(world.db);
      world.outbox.start();
      onTestFinished(async () => void (await world.outbox.stop()));
      await world.announce(line('first'));
      await expect.poll(async () => (await world.row('lead_line:first')).status).toBe('sent');
      await expect.poll(() => begun.inTheLast(30)).toBe(0);
      const before = begun.count();
      for (let n = 0; n < 20; n++) await world.announce(line(`later ${n}`));
      expect(begun.count() - before).toBe(20);
    });

    it('sends by itself when the channel opens', async () => {
      const world = await outboxWorld(dialect, { timings: { ...UNPACED, channel: 40, sweep: 60_000 } });
      world.outbox.start();
      onTestFinished(async () => void (await world.outbox.stop()));
      await world.announce(line('first'));
      await expect.poll(async () => (await world.row('lead_line:first')).status).toBe('sent');
      await world.announce(line('later'));
      world.clock.move(40);
      await world.emulator.waitFor(() => world.said('C_LEADS').length === 2);
    });

    it('notices a clock that jumps', async () => {
      const world = await outboxWorld(dialect, { timings: { ...UNPACED, sweep: 10 } });
      world.emulator.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 3_600 });
      world.outbox.start();
      onTestFinished(async () => void (await world.outbox.stop()));
      await world.announce(line('hello'));
      await expect
        .poll(async () => (await world.row('lead_line:hello')).lastFailure)
        .toContain('rate_limited');
      world.clock.moveTo(world.clock.now() + 3_600_000);
      await world.emulator.waitFor(() => world.said('C_LEADS').length === 1);
    });

    it('waits for what is being sent when it stops, and claims nothing more', async () => {
      const world = await outboxWorld(dialect);
      const sending = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      const worker = world.worker({
        sender: altered(world.sender, {
          post: async (post) => {
            sending.resolve();
            await released.promise;
            return world.sender.post(post);
          },
        }),
      });
      await world.announce(line('first'), line('second'));
      worker.start();
      await sending.promise;
      const stopped = worker.stop();
      released.resolve();
      expect(await stopped).toBe(true);
      expect(world.said('C_LEADS')).toEqual(['About first']);
      expect(await world.row('lead_line:first')).toMatchObject({ status: 'sent' });
      expect(await world.row('lead_line:second')).toMatchObject({ status: 'pending' });
    });

    it('does not wait for ever when it stops', async () => {
      const world = await outboxWorld(dialect, { timings: { ...UNPACED, stop: 20 } });
      const sending = Promise.withResolvers<void>();
      const worker = world.worker({
        sender: altered(world.sender, {
          post: () => {
            sending.resolve();
            return new Promise(() => undefined);
          },
        }),
      });
      await world.announce(line('hello'));
      worker.start();
      await sending.promise;
      expect(await worker.stop()).toBe(false);
    });

    it('sends to other channels while one answers slowly', async () => {
      const world = await outboxWorld(dialect);
      const slow = Promise.withResolvers<void>();
      const worker = world.worker({
        sender: altered(world.sender, {
          post: async (post) => {
            if (post.channel === 'C_LEADS') await slow.promise;
            return world.sender.post(post);
          },
        }),
      });
      worker.start();
      onTestFinished(async () => void (await worker.stop()));
      await world.announce(line('slow'), line('1', undefined, 'C_FIELD'), line('2', undefined, 'C_FIELD'));
      await world.emulator.waitFor(() => world.said('C_FIELD').length === 2);
      expect(world.said('C_LEADS')).toEqual([]);
      slow.resolve();
      await world.emulator.waitFor(() => world.said('C_LEADS').length === 1);
    });
  });
}

/** How many were begun: each costs what a lead costs. */
function countTransactions(db: Database) {
  const at: number[] = [];
  const transaction = db.transaction.bind(db);
  db.transaction = (...call) => {
    at.push(performance.now());
    return transaction(...call);
  };
  return {
    count: () => at.length,
    inTheLast: (ms: number) => at.filter((time) => performance.now() - time < ms).length,
  };
}
