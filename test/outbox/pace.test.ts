import { describe, expect, it } from 'vitest';
import { RANK } from '../../src/domain/announcement.ts';
import { createLogger } from '../../src/logger.ts';
import { DEFAULT_TIMINGS } from '../../src/outbox/timings.ts';
import { DIALECTS } from '../support/databases.ts';
import { card, line, type OutboxWorld, outboxWorld } from '../support/outbox-world.ts';

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

    it('posts hot leads first, then live ones, then imported ones, and lines in threads last', async () => {
      const world = await outboxWorld(dialect, { timings: DEFAULT_TIMINGS });
      await world.announce(card('first'));
      await world.drain();
      await world.announce(
        line('claimed', 'lead_card:first'),
        { ...card('imported'), rank: RANK.bulk },
        card('live'),
        { ...card('hot'), rank: RANK.hot },
        card('later'),
      );
      await world.pass(10_000, 500);
      const said = ['first', 'hot', 'live', 'later', 'imported'].map((ref) => `About ${ref}`);
      expect(postedIn(world)).toEqual([...said, 'About claimed']);
    });

    it('says what waits for one thread in one message, and each thing once', async () => {
      const world = await outboxWorld(dialect, { timings: DEFAULT_TIMINGS });
      await world.announce(card('dana'), card('piet'));
      await world.announce(line('d1', 'lead_card:dana'), line('p1', 'lead_card:piet'));
      await world.announce(line('d2', 'lead_card:dana'), line('d3', 'lead_card:dana'));
      await world.pass(10_000, 500);
      expect(postedIn(world)).toEqual(['About dana', 'About piet', 'About d1,d2,d3', 'About p1']);
      await world.announce(line('d2', 'lead_card:dana'), line('d4', 'lead_card:dana'));
      await world.pass(10_000, 500);
      expect(postedIn(world).slice(4)).toEqual(['About d4']);
    });

    it('joins nothing to what may have been posted already', async () => {
      const world = await outboxWorld(dialect, { timings: DEFAULT_TIMINGS });
      await world.announce(card('dana'));
      await world.drain();
      await world.announce(line('d1', 'lead_card:dana'), line('d2', 'lead_card:dana'));
      world.emulator.faults.next('chat.postMessage', { kind: 'reset_after' });
      await world.pass(2_000, 500);
      await world.announce(line('d3', 'lead_card:dana'));
      await world.pass(MINUTE, 1_000);
      expect(postedIn(world)).toEqual(['About dana', 'About d1,d2', 'About d3']);
    });

    it('tells how long the oldest live card has waited, and warns when it is a minute late', async () => {
      const world = await outboxWorld(dialect, { timings: DEFAULT_TIMINGS });
      const lines: string[] = [];
      const log = createLogger('info', { write: (text: string) => void lines.push(text) });
      const outbox = world.worker({ logger: log });
      await world.announce(card('parked'), line('old', undefined, 'C_FIELD'));
      world.emulator.faults.next('chat.postMessage', { kind: 'error', error: 'is_archived' }, 500);
      await world.pass(10_000, 1_000);
      await world.announce(card('waits'));
      const { now } = world.clock;
      expect(await outbox.health(now())).toMatchObject({ oldestLiveAge: 10_000 });
      await outbox.drain(now());
      expect(lines.filter((text) => text.includes('late'))).toEqual([]);
      await world.pass(2 * MINUTE, 1_000);
      await outbox.drain(now());
      await outbox.drain(now());
      expect(lines.filter((text) => text.includes('late'))).toHaveLength(1);
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

/** In the order in which Slack got them. */
function postedIn({ emulator }: OutboxWorld): unknown[] {
  return emulator.workspace.messages.in('C_LEADS').map(({ text }) => text);
}

function channelOf(ref: number): string {
  return ['C_LEADS', 'C_FIELD', 'C_MARKETING', 'C_SCORECARD'][ref % 4]!;
}
