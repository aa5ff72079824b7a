import { describe, expect, it } from 'vitest';
import { DEFAULT_TIMINGS } from '../../src/outbox/timings.ts';
import { DIALECTS } from '../support/databases.ts';
import { card, line, outboxWorld } from '../support/outbox-world.ts';

const MINUTE = 60_000;

for (const dialect of DIALECTS) {
  describe(`the pace on ${dialect}`, () => {
    // Its like goes through the whole bot, with 120 leads, in stories/pace.
    it('posts 40 leads to one channel a second apart: none refused, none early, none twice', async () => {
      const world = await outboxWorld(dialect, { timings: DEFAULT_TIMINGS, pace: true });
      await world.announce(...Array.from({ length: 40 }, (_, index) => card(`lead ${index}`)));
      await world.drain();
      await world.pass(0.8 * MINUTE, 350);
      const calls = world.emulator.workspace.callsOf('chat.postMessage');
      expect(calls).toHaveLength(40);
      expect(calls.every(({ answer }) => answer?.ok)).toBe(true);
      const gaps = calls.slice(1).map(({ at }, index) => at - calls[index]!.at);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
      expect(world.said('C_LEADS')).toHaveLength(40);
    });

    it('lets the edit of a card pass the long queue of new ones', async () => {
      const world = await outboxWorld(dialect, { timings: DEFAULT_TIMINGS, pace: true });
      await world.announce(card('dana'));
      await world.drain();
      await world.announce(...Array.from({ length: 50 }, (_, index) => card(`lead ${index}`)));
      world.words.set('dana', 'Dana, claimed');
      await world.announce(card('dana'));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['Dana, claimed']);
    });

    it('stays under the limits of edits and Homes, whatever happens in a minute', async () => {
      const world = await outboxWorld(dialect, { timings: DEFAULT_TIMINGS, pace: true });
      for (let ref = 0; ref < 60; ref++) await world.announce(card(`lead ${ref}`, channelOf(ref)));
      await world.drain();
      await world.pass(MINUTE, 1_000);
      for (let ref = 0; ref < 60; ref++) {
        world.words.set(`lead ${ref}`, `Lead ${ref}, claimed`);
        await world.announce(card(`lead ${ref}`, channelOf(ref)));
        await world.announce({ kind: 'home', ref: `U_${ref}`, target: 'U_ANA' });
      }
      await world.drain();
      await world.pass(2 * MINUTE, 1_500);
      const answers = world.emulator.workspace.calls.map(({ answer }) => answer?.ok);
      expect(answers.every(Boolean)).toBe(true);
      expect(world.calls('chat.update')).toBe(60);
      expect(world.calls('views.publish')).toBe(60);
    });

    it('goes on when the clock is put back by an hour', async () => {
      const world = await outboxWorld(dialect, { timings: DEFAULT_TIMINGS });
      await world.announce(line('1'), line('2'), line('3'));
      world.emulator.faults.next('chat.postMessage', { kind: 'error', error: 'service_unavailable' });
      await world.drain();
      world.clock.moveTo(world.clock.now() - 60 * MINUTE);
      await world.announce(line('4'));
      await world.drain();
      await world.pass(10_000, 500);
      expect(world.said('C_LEADS').toSorted()).toEqual(['About 1', 'About 2', 'About 3', 'About 4']);
      expect(world.said('C_LEADS')).toHaveLength(4);
    });
  });
}

function channelOf(ref: number): string {
  return ['C_LEADS', 'C_FIELD', 'C_MARKETING', 'C_SCORECARD'][ref % 4]!;
}
