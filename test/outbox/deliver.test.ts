import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Sender } from '../../src/outbox/sender.ts';
import { DIALECTS } from '../support/databases.ts';
import { altered, card, line, outboxWorld, UNPACED } from '../support/outbox-world.ts';

for (const dialect of DIALECTS) {
  describe(`the outbox on ${dialect}`, () => {
    it('posts a card once and edits it in place; ten quick changes cost one edit', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana'));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About dana']);
      for (let change = 1; change <= 10; change++) {
        world.words.set('dana', `Dana, change ${change}`);
        await world.announce(card('dana'));
      }
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['Dana, change 10']);
      expect(world.calls('chat.postMessage')).toBe(1);
      expect(world.calls('chat.update')).toBe(1);
    });

    it('makes no call for a change that nobody would see', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana'));
      await world.drain();
      await world.announce(card('dana'));
      await world.drain();
      expect(world.calls('chat.update')).toBe(0);
      expect(await world.row('lead_card:dana')).toMatchObject({ status: 'sent' });
    });

    it('says once what is to be said once, also when the row has long been forgotten', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(line('hello'), line('hello'));
      await world.drain();
      await world.db.transaction((tx) => tx.sql.deleteFrom('outbox').execute());
      await world.announce(line('hello'));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About hello']);
    });

    it('sends nothing where there is nothing left to say', async () => {
      const world = await outboxWorld(dialect);
      world.words.set('done', null);
      await world.announce(line('done'));
      await world.drain();
      expect(world.calls('chat.postMessage')).toBe(0);
      expect(await world.row('lead_line:done')).toMatchObject({ status: 'cancelled', doubtSince: null });
    });

    it('shows a change that is made while the card is being sent', async () => {
      const world = await outboxWorld(dialect);
      let changed = false;
      const worker = world.worker({
        sender: altered(world.sender, {
          post: async (post) => {
            if (!changed) {
              changed = true;
              world.words.set('dana', 'Dana, claimed');
              await world.announce(card('dana'));
            }
            return world.sender.post(post);
          },
        }),
      });
      await world.announce(card('dana'));
      await worker.drain(world.clock.now());
      expect(world.said('C_LEADS')).toEqual(['Dana, claimed']);
      expect(world.calls('chat.postMessage')).toBe(1);
      expect(await world.row('lead_card:dana')).toMatchObject({ status: 'sent', generation: 2 });
    });

    it('shows a card once more when somebody who was held up for longer than the lease wrote over it', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana'));
      await world.drain();
      world.words.set('dana', 'Dana, claimed');
      await world.announce(card('dana'));
      const goOn = new EventEmitter();
      const begun = once(goOn, 'begun');
      let times = 0;
      const update: Sender['update'] = async (edit) => {
        if (times++ === 0) {
          goOn.emit('begun');
          await once(goOn, 'go on');
        }
        await world.sender.update(edit);
      };
      const heldUp = world.worker({ sender: altered(world.sender, { update }) });
      const late = heldUp.drain(world.clock.now());
      await begun;
      world.words.set('dana', 'Dana, qualified');
      await world.announce(card('dana'));
      await world.pass(UNPACED.lease + 1);
      expect(world.said('C_LEADS')).toEqual(['Dana, qualified']);
      goOn.emit('go on');
      await late;
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['Dana, qualified']);
    });

    it('posts lines into the thread of their card, as one message in the order in which they happened', async () => {
      const world = await outboxWorld(dialect);
      const thread = 'lead_card:dana';
      await world.announce(line('10', thread), line('9', thread), card('dana'), line('8', thread));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About dana', '  About 10,9,8']);
    });

    it('drops the lines of a card that is never posted, and says why', async () => {
      const world = await outboxWorld(dialect);
      world.words.set('dana', null);
      await world.announce(card('dana'), line('claimed', 'lead_card:dana'));
      await world.drain();
      const row = await world.row('lead_line:claimed');
      expect(row.status).toBe('cancelled');
      expect(row.lastFailure).toBe('no_thread');
    });

    it('publishes a Home, and again only when it changed', async () => {
      const world = await outboxWorld(dialect);
      const home = { kind: 'home', ref: 'U_ANA', target: 'U_ANA' } as const;
      await world.announce(home);
      await world.drain();
      await world.announce(home);
      await world.drain();
      expect(world.calls('views.publish')).toBe(1);
      world.words.set('U_ANA', 'Two leads wait for you.');
      await world.announce(home);
      await world.drain();
      expect(world.calls('views.publish')).toBe(2);
    });

    it('posts each of 200 messages once though two processes work at the same time', async () => {
      const world = await outboxWorld(dialect);
      const channels = ['C_LEADS', 'C_FIELD', 'C_MARKETING', 'C_SCORECARD'];
      const lines = Array.from({ length: 200 }, (_, index) =>
        line(String(index), undefined, channels[index % 4]!),
      );
      await world.announce(...lines);
      const other = world.worker();
      await Promise.all([world.drain(), other.drain(world.clock.now())]);
      await world.drain();
      expect(world.calls('chat.postMessage')).toBe(200);
      for (const [offset, channel] of channels.entries()) {
        const expected = Array.from({ length: 50 }, (_, index) => `About ${index * 4 + offset}`);
        expect(world.said(channel)).toEqual(expected);
      }
    });

    it('posts a card again when somebody has deleted its message', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana'));
      await world.drain();
      const { messages } = world.emulator.workspace;
      messages.remove(messages.in('C_LEADS')[0]!);
      world.words.set('dana', 'Dana, claimed');
      await world.announce(card('dana'));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['Dana, claimed']);
    });
  });
}
