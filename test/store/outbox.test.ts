import { describe, expect, it } from 'vitest';
import { deleteFinished } from '../../src/store/outbox/enqueue.ts';
import { findMessageKey } from '../../src/store/outbox/posted-message.ts';
import { deleteOldTroubles, listTroubles, recordTrouble } from '../../src/store/outbox/trouble.ts';
import { DIALECTS } from '../support/databases.ts';
import { card, line, NOON, outboxWorld } from '../support/outbox-world.ts';

const DAY = 86_400_000;

for (const dialect of DIALECTS) {
  describe(`the outbox table on ${dialect}`, () => {
    it('goes to the channel that is set when it is posted, and stays where it was posted', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana', 'C_LEADS'), card('dana', 'C_FIELD'));
      await world.drain();
      world.words.set('dana', 'Dana, claimed');
      await world.announce(card('dana', 'C_MARKETING'));
      await world.drain();
      expect(world.said('C_FIELD')).toEqual(['Dana, claimed']);
      expect(world.said('C_LEADS')).toEqual([]);
      expect(await world.row('lead_card:dana')).toMatchObject({ target: 'C_FIELD' });
    });

    it('counts the wait from the first change that nobody has seen yet', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana'));
      world.clock.moveTo(NOON + 60_000);
      await world.announce(card('dana'));
      expect((await world.outbox.health(NOON + 90_000)).oldestDueAge).toBe(90_000);
      await world.drain();
      expect((await world.outbox.health(NOON + 90_000)).oldestDueAge).toBeNull();
    });

    it('forgets what was said a month ago, and keeps cards, failures and what still waits', async () => {
      const world = await outboxWorld(dialect);
      world.words.set('dropped', null);
      await world.announce(card('dana'), line('said'), line('dropped'));
      await world.drain();
      world.emulator.faults.next('chat.postMessage', { kind: 'error', error: 'new_to_us' });
      await world.announce(line('waiting'));
      await world.drain();
      const forgotten = await world.db.transaction((tx) => deleteFinished(tx, NOON + 30 * DAY));
      expect(forgotten).toBe(2);
      expect(await world.row('lead_card:dana')).toMatchObject({ status: 'sent' });
      expect(await world.row('lead_line:waiting')).toMatchObject({ status: 'pending' });
    });

    it('knows what a message shows', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana'));
      await world.drain();
      const [message] = world.emulator.workspace.messages.in('C_LEADS');
      const find = (ts: string) =>
        world.db.transaction((tx) => findMessageKey(tx, { channel: 'C_LEADS', ts }));
      expect(await find(message!.ts)).toBe('lead_card:dana');
      expect(await find('1.000001')).toBeNull();
    });

    it('tells of a trouble once, and again after a while if it is still so', async () => {
      const { db } = await outboxWorld(dialect);
      const trouble = { code: 'x', facts: { code: 'quota' } as const, since: NOON, probeAt: NOON };
      const note = (subject: string) => db.transaction((tx) => recordTrouble(tx, { ...trouble, subject }));
      expect(await note('content:nag')).toBe(true);
      expect(await note('content:nag')).toBe(false);
      await note('destination:C_LEADS');
      await db.transaction((tx) => deleteOldTroubles(tx, NOON + DAY));
      expect(await db.transaction(listTroubles)).toEqual([{ ...trouble, subject: 'destination:C_LEADS' }]);
      expect(await note('content:nag')).toBe(true);
    });
  });
}
