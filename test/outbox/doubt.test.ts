import { describe, expect, it } from 'vitest';
import type { PostedAt } from '../../src/slack/client.ts';
import { retryFailed } from '../../src/store/outbox/enqueue.ts';
import { DIALECTS } from '../support/databases.ts';
import { altered, card, line, type OutboxWorld, outboxWorld, UNPACED } from '../support/outbox-world.ts';

/** The process dies at this point: whatever was awaited never returns. */
const death = <T>() => new Promise<T>(() => undefined);

/** A worker that dies just after Slack took its message. Resolves when that has happened. */
async function dieAfterPosting(world: OutboxWorld): Promise<void> {
  await new Promise<void>((posted) => {
    const dying = world.worker({
      sender: altered(world.sender, {
        post: async (post) => {
          await world.sender.post(post);
          posted();
          return death<PostedAt>();
        },
      }),
    });
    void dying.drain(world.clock.now());
  });
}

for (const dialect of DIALECTS) {
  describe(`a message in doubt on ${dialect}`, () => {
    it('is not posted twice when the process dies between sending and recording', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(line('hello'));
      await dieAfterPosting(world);
      await world.drain();
      expect(await world.row('lead_line:hello')).toMatchObject({ status: 'sending' });
      await world.pass(UNPACED.lease);
      expect(await world.row('lead_line:hello')).toMatchObject({ status: 'sent', attempts: 2 });
      expect(world.said('C_LEADS')).toEqual(['About hello']);
    });

    it('shows the newest state of a card whose posting nobody saw', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana'));
      await dieAfterPosting(world);
      world.words.set('dana', 'Dana, claimed');
      await world.announce(card('dana'));
      await world.pass(UNPACED.lease);
      expect(world.said('C_LEADS')).toEqual(['Dana, claimed']);
      expect(world.calls('chat.postMessage')).toBe(1);
    });

    it('is posted when the process died before sending, after two looks half a minute apart', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(line('hello'));
      const dying = world.worker({ sender: altered(world.sender, { post: () => death<PostedAt>() }) });
      void dying.drain(world.clock.now());
      await expect.poll(async () => (await world.row('lead_line:hello')).status).toBe('sending');
      await world.pass(UNPACED.lease);
      expect(world.said('C_LEADS')).toEqual([]);
      await world.pass(UNPACED.recheck - 1);
      expect(world.said('C_LEADS')).toEqual([]);
      await world.pass(1);
      expect(world.said('C_LEADS')).toEqual(['About hello']);
      expect(world.calls('conversations.history')).toBe(2);
    });

    for (const kind of ['reset_after', 'timeout_after', 'reset_mid_body'] as const) {
      it(`is found in Slack when the answer was lost (${kind})`, async () => {
        const world = await outboxWorld(dialect, { timeoutMs: 300 });
        await world.announce(line('hello'));
        world.emulator.faults.next('chat.postMessage', { kind });
        await world.drain();
        expect(await world.row('lead_line:hello')).toMatchObject({ status: 'pending' });
        await world.pass(UNPACED.lookAfter - 1);
        expect(world.calls('conversations.history')).toBe(0);
        await world.pass(1);
        expect(await world.row('lead_line:hello')).toMatchObject({ status: 'sent', doubtSince: null });
        expect(world.said('C_LEADS')).toEqual(['About hello']);
      });
    }

    for (const fault of [{ kind: 'html' }, { kind: 'server_error' }, { kind: 'reset_before' }] as const) {
      it(`is posted once when Slack had not taken it after all (${fault.kind})`, async () => {
        const world = await outboxWorld(dialect);
        await world.announce(line('hello'));
        world.emulator.faults.next('chat.postMessage', fault);
        await world.drain();
        await world.pass(UNPACED.lookAfter + UNPACED.recheck, 5_000);
        expect(world.said('C_LEADS')).toEqual(['About hello']);
        expect(await world.row('lead_line:hello')).toMatchObject({ status: 'sent' });
      });
    }

    it('is looked for in its thread, and in a direct message', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana'));
      await world.drain();
      await world.announce(line('claimed', 'lead_card:dana'), line('nag', undefined, 'U_ANA'));
      world.emulator.faults.next('chat.postMessage', { kind: 'reset_after' }, 2);
      await world.drain();
      await world.pass(UNPACED.lookAfter);
      expect(world.calls('conversations.replies')).toBe(1);
      expect(world.said('C_LEADS')).toEqual(['About dana', '  About claimed']);
      expect(world.dm('U_ANA')).toEqual(['About nag']);
      for (const key of ['lead_line:claimed', 'lead_line:nag'])
        expect(await world.row(key)).toMatchObject({ status: 'sent' });
    });

    it('does not keep the others of its channel waiting', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(line('first'), line('second'));
      world.emulator.faults.next('chat.postMessage', { kind: 'reset_before' });
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About second']);
    });

    it('waits where we may not look, tells a person once, and holds up nothing else', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(line('hello'));
      world.emulator.faults.next('chat.postMessage', { kind: 'reset_after' });
      world.emulator.faults.next('conversations.history', { kind: 'error', error: 'not_in_channel' }, 3);
      await world.drain();
      await world.pass(UNPACED.lookAfter);
      expect(await world.row('lead_line:hello')).toMatchObject({ status: 'pending', lane: 'check' });
      expect((await world.row('lead_line:hello')).lastFailure).toContain('not_in_channel');
      await world.announce(line('next'));
      await world.pass(6 * UNPACED.probe.first, 10_000);
      expect(world.said('C_LEADS')).toEqual(['About hello', 'About next']);
      expect(await world.row('lead_line:hello')).toMatchObject({ status: 'sent' });
      expect(world.alerts.map(({ subject }) => subject)).toEqual(['look:C_LEADS']);
      expect((await world.outbox.health(world.clock.now())).troubles).toEqual([]);
    });

    it('is given up where nobody lets us look for days, and is looked up again when told to retry', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(line('hello'));
      world.emulator.faults.next('chat.postMessage', { kind: 'reset_after' });
      world.emulator.faults.next('conversations.history', { kind: 'error', error: 'not_in_channel' }, 500);
      await world.drain();
      await world.pass(UNPACED.giveUpAfter + 2 * UNPACED.probe.cap, UNPACED.probe.cap);
      const row = await world.row('lead_line:hello');
      expect(row.status).toBe('failed');
      expect(row.doubtSince).not.toBeNull();
      world.emulator.faults.clear();
      await world.db.transaction((tx) => retryFailed(tx, world.clock.now()));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About hello']);
    });

    it('is found behind thousands of messages, and whatever our clock says', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(line('behind'));
      world.emulator.faults.next('chat.postMessage', { kind: 'reset_after' });
      await world.drain();
      for (let n = 0; n < 2_500; n++) world.emulator.as('U_BEN').say('C_LEADS', `Talk ${n}`);
      await world.pass(UNPACED.lookAfter + UNPACED.recheck);
      expect(await world.row('lead_line:behind')).toMatchObject({ status: 'sent' });
      const [day, slack] = [86_400_000, world.clock.now()];
      world.emulator.faults.next('chat.postMessage', { kind: 'reset_after' });
      await world.announce(line('ahead'));
      await world.outbox.drain(slack + day);
      await world.db.transaction((tx) =>
        tx.sql
          .updateTable('outbox')
          .set({ doubtSince: slack + day })
          .where('ref', '=', 'ahead')
          .execute(),
      );
      await world.outbox.drain(slack + day + UNPACED.lookAfter);
      expect(await world.row('lead_line:ahead')).toMatchObject({ status: 'sent' });
      const ours = world.said('C_LEADS').filter((text) => text.startsWith('About'));
      expect(ours).toEqual(['About behind', 'About ahead']);
    });

    it('shows the present state after a process died in the middle of an edit that was then undone', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana'));
      await world.drain();
      world.words.set('dana', 'Dana, claimed');
      await world.announce(card('dana'));
      await new Promise<void>((edited) => {
        const update = async (edit: Parameters<typeof world.sender.update>[0]) => {
          await world.sender.update(edit);
          edited();
          return death<void>();
        };
        void world.worker({ sender: altered(world.sender, { update }) }).drain(world.clock.now());
      });
      world.words.set('dana', 'About dana');
      await world.announce(card('dana'));
      await world.pass(UNPACED.lease);
      expect(world.said('C_LEADS')).toEqual(['About dana']);
    });

    it('repeats an edit that may or may not have arrived', async () => {
      const world = await outboxWorld(dialect);
      await world.announce(card('dana'));
      await world.drain();
      world.words.set('dana', 'Dana, claimed');
      await world.announce(card('dana'));
      world.emulator.faults.next('chat.update', { kind: 'reset_after' });
      await world.drain();
      world.words.set('dana', 'About dana');
      await world.announce(card('dana'));
      await world.drain();
      expect(world.said('C_LEADS')).toEqual(['About dana']);
      expect(world.calls('chat.postMessage')).toBe(1);
    });
  });
}
