import { describe, expect, it } from 'vitest';
import { leaseBatch } from '../../src/outbox/lease.ts';
import type { Database } from '../../src/store/database.ts';
import { deleteFinished, retryFailed } from '../../src/store/outbox/enqueue.ts';
import { failAllFor, finishRow, type RowResult } from '../../src/store/outbox/finish.ts';
import type { LeasedRow } from '../../src/store/outbox/lease.ts';
import { postpone } from '../../src/store/outbox/pace.ts';
import { findMessageKey, upsertPostedMessage } from '../../src/store/outbox/posted-message.ts';
import { cancelOrphans } from '../../src/store/outbox/queue.ts';
import { deleteOldTroubles, listTroubles, recordTrouble } from '../../src/store/outbox/trouble.ts';
import { DIALECTS } from '../support/databases.ts';
import { card, line, NOON, outboxWorld, UNPACED } from '../support/outbox-world.ts';

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

    it('knows one thing that a message shows', async () => {
      const { db } = await outboxWorld(dialect);
      const message = { channel: 'C_LEADS', ts: '1.000001' };
      const show = (key: string) =>
        db.transaction((tx) => upsertPostedMessage(tx, { key, message, now: NOON }));
      await show('lead_card:dana');
      await expect(show('lead_card:eve')).rejects.toThrow();
    });

    it('is finished by who holds its lease', async () => {
      const { db, announce } = await outboxWorld(dialect);
      await announce(card('dana'));
      const slow = await lease(db, 'slow', NOON);
      const quick = await lease(db, 'quick', NOON + 2 * UNPACED.lease);
      expect(await finish(db, slow, 'sent')).toBe(false);
      expect(await finish(db, quick, 'sent')).toBe(true);
    });

    it('gives up what waits for a destination, and tries again what was given up', async () => {
      const { db, announce, row } = await outboxWorld(dialect);
      await announce(card('said'));
      await finish(db, await lease(db, 'a', NOON), 'sent');
      await announce(card('waiting'));
      const statuses = async () => [
        (await row('lead_card:said')).status,
        (await row('lead_card:waiting')).status,
      ];
      await db.transaction((tx) => failAllFor(tx, 'C_LEADS', 'channel_not_found'));
      expect(await statuses()).toEqual(['sent', 'failed']);
      expect(await db.transaction((tx) => retryFailed(tx, NOON))).toBe(1);
      expect(await statuses()).toEqual(['sent', 'pending']);
    });

    it('drops replies to what is never posted, but none that was sent or may have been', async () => {
      const { db, announce, row } = await outboxWorld(dialect);
      const refs = ['waits', 'in doubt', 'sent'];
      await announce(...refs.map((ref) => line(ref, 'lead_card:never')));
      await db.transaction(async (tx) => {
        const change = (ref: string) => tx.sql.updateTable('outbox').where('ref', '=', ref);
        await change('in doubt').set({ lane: 'check', doubtSince: NOON }).execute();
        await change('sent').set({ status: 'sent' }).execute();
        await cancelOrphans(tx);
      });
      const rows = await Promise.all(refs.map((ref) => row(`lead_line:${ref}`)));
      expect(rows.map(({ status }) => status)).toEqual(['cancelled', 'pending', 'sent']);
    });

    it('never makes a pause shorter', async () => {
      const { db } = await outboxWorld(dialect);
      const nextAt = () => db.transaction((tx) => tx.sql.selectFrom('pace').select('nextAt').execute());
      for (const until of [NOON + 60_000, NOON + 1_000])
        await db.transaction((tx) => postpone(tx, 'channel:C_LEADS', until));
      expect(await nextAt()).toEqual([{ nextAt: NOON + 60_000 }]);
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

async function lease(db: Database, leaseToken: string, now: number): Promise<LeasedRow> {
  const request = { now, limit: 1, leaseToken, seeksOrphans: false, timings: UNPACED };
  const { rows } = await db.transaction((tx) => leaseBatch(tx, request));
  return rows[0]!;
}

function finish(db: Database, row: LeasedRow, status: RowResult['status']): Promise<boolean> {
  const result = {
    ...{ status, attempts: 1, nextAttemptAt: 0, doubtSince: null, doubtChecks: 0, plainness: 0 },
    ...{ isUnthreaded: false, shownHash: null, lastFailure: null, isShown: true, now: NOON },
  };
  return db.transaction((tx) => finishRow(tx, row, result));
}
