/** The outbox as a queue: is there anything to do, when, how old is the oldest, what can never be sent. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { OutboxRow, Schema } from '../schema.ts';
import type { Tx } from '../transaction.ts';
import { CHANNEL_PREFIX } from './pace.ts';

/**
 * One worker leases at a time, or two replicas would each take the oldest row of the same channel. SQLite has one writer anyway.
 */
export async function lockLeases(tx: Tx): Promise<void> {
  if (tx.dialect === 'postgres') await sql`select pg_advisory_xact_lock(20_261_121)`.execute(tx.sql);
}

/**
 * Cheap, for the many sweeps that find nothing: in the order of the index outbox_due, or PostgreSQL would look through the table for the
 * first of what it believes to be many.
 */
export async function hasWork(tx: Tx): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('outbox')
    .select('seq')
    .where('status', 'in', ['pending', 'sending'])
    .orderBy('status')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A reply whose message will never be posted goes with it: cancelled with a cancelled one, to be retried with a failed one. */
export async function cancelOrphans(tx: Tx): Promise<void> {
  await tx.sql
    .updateTable('outbox')
    .set((eb) => ({
      status: eb
        .case()
        .when(hasParentRow(eb, ['failed']))
        .then('failed' as const)
        .else('cancelled' as const)
        .end(),
      lastFailure: 'no_thread',
    }))
    .where('status', '=', 'pending')
    .where('threadOf', 'is not', null)
    .where('unthreaded', '=', 0)
    .where('doubtSince', 'is', null)
    .where((eb) => eb.not(hasParentMessage(eb)))
    .where((eb) => eb.not(hasParentRow(eb, ['pending', 'sending'])))
    .execute();
}

type Outbox = ExpressionBuilder<Schema, 'outbox'>;

function hasParentMessage(eb: Outbox) {
  return eb.exists(
    eb
      .selectFrom('slackMessage')
      .select('slackMessage.key')
      .whereRef('slackMessage.key', '=', 'outbox.threadOf'),
  );
}

function hasParentRow(eb: Outbox, statuses: readonly OutboxRow['status'][]) {
  return eb.exists(
    eb
      .selectFrom('outbox as parent')
      .select('parent.seq')
      .whereRef('parent.dedupeKey', '=', 'outbox.threadOf')
      .where('parent.status', 'in', statuses),
  );
}

/** Cut from the bucket's name and not added to each row's target, so that the index outbox_queue serves. */
const FIRST_OF_TARGET = sql.lit(CHANNEL_PREFIX.length + 1);

/** The next time at which something may become due by itself, or null. Workspace-wide pace is added by whoever leases. */
export async function nextDue(tx: Tx, now: number): Promise<number | null> {
  const waiting = await tx.sql
    .selectFrom('outbox')
    .select((eb) => eb.fn.min('nextAttemptAt').as('at'))
    .where('status', '=', 'pending')
    .where('nextAttemptAt', '>', now)
    .executeTakeFirst();
  const paced = await tx.sql
    .selectFrom('pace')
    .select((eb) => eb.fn.min('nextAt').as('at'))
    .where('nextAt', '>', now)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('outbox')
          .select('outbox.seq')
          .where('outbox.status', '=', 'pending')
          // Only posts wait for a channel; and the index has the lane before the target.
          .where('outbox.lane', '=', 'post')
          .where('outbox.target', '=', sql<string>`substr(${sql.ref('pace.bucket')}, ${FIRST_OF_TARGET})`),
      ),
    )
    .executeTakeFirst();
  const times = [waiting?.at, paced?.at].filter((at) => typeof at === 'number');
  return times.length > 0 ? Math.min(...times) : null;
}

/** How long the oldest unsent row has waited; null when nothing waits. */
export async function oldestWait(tx: Tx, now: number): Promise<number | null> {
  const row = await tx.sql
    .selectFrom('outbox')
    .select((eb) => eb.fn.min('armedAt').as('at'))
    .where('status', 'in', ['pending', 'sending'])
    // What is kept for somebody's working hours was never tried, and is not late.
    .where((eb) => eb.or([eb('attempts', '>', 0), eb('nextAttemptAt', '<=', now)]))
    .executeTakeFirst();
  return typeof row?.at === 'number' ? Math.max(0, now - row.at) : null;
}

export async function countByStatus(tx: Tx): Promise<Record<OutboxRow['status'], number>> {
  const rows = await tx.sql
    .selectFrom('outbox')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute();
  const none = { pending: 0, sending: 0, sent: 0, failed: 0, cancelled: 0, stopped: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) };
}

/** All that waits to be shown there, in threads as well. */
export async function countWaitingFor(tx: Tx, target: string): Promise<number> {
  const row = await tx.sql
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('target', '=', target)
    .where('status', 'in', ['pending', 'sending'])
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** How far ahead each kind of stored time may lie, in milliseconds. */
export interface Farthest {
  nextAttempt: number;
  lease: number;
  probe: number;
  pause: number;
}

/**
 * A clock was ahead when they were written, here or in a process of before: what waits for such a time would wait for hours. No lease is
 * longer than its maximum, so it is that clock's too; a row that was being posted is looked for before it is posted again.
 */
export async function resetFutureTimes(tx: Tx, now: number, farthest: Farthest): Promise<void> {
  await tx.sql
    .updateTable('outbox')
    .set({ nextAttemptAt: now })
    .where('status', '=', 'pending')
    .where('nextAttemptAt', '>', now + farthest.nextAttempt)
    .execute();
  await tx.sql
    .updateTable('outbox')
    .set({ leaseUntil: now })
    .where('status', '=', 'sending')
    .where('leaseUntil', '>', now + farthest.lease)
    .execute();
  await tx.sql
    .updateTable('outbox')
    .set({ doubtSince: now })
    .where('status', 'in', ['pending', 'sending'])
    .where('lane', '=', 'check')
    .where('doubtSince', '>', now + CLOCKS_DIFFER)
    .execute();
  await tx.sql
    .updateTable('trouble')
    .set({ probeAt: now })
    .where('probeAt', '>', now + farthest.probe)
    .execute();
  await tx.sql
    .deleteFrom('pace')
    .where('nextAt', '>', now + farthest.pause)
    .execute();
}

/** Replicas write by clocks of their own. */
const CLOCKS_DIFFER = 5_000;
