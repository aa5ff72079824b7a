/** How an attempt ends, written only while its lease holds: whoever lost the lease must not overrule the one that has it. */
import { ANNOUNCEMENTS, showsState } from '../../domain/announcement.ts';
import { toFlag } from '../columns.ts';
import type { Tx } from '../transaction.ts';
import type { Lane, LeasedRow } from './lease.ts';

/** What an attempt may change. */
export interface RowResult {
  status: 'pending' | 'sent' | 'failed' | 'cancelled';
  attempts: number;
  nextAttemptAt: number;
  doubtSince: number | null;
  doubtChecks: number;
  plainness: number;
  isUnthreaded: boolean;
  shownHash: string | null;
  lastFailure: string | null;
}

/** `isShown`: there is a message of it in Slack. False: the lease was lost, nothing was written. */
export async function finishRow(
  tx: Tx,
  row: Pick<LeasedRow, 'id' | 'kind' | 'leaseToken' | 'generation'>,
  { isShown, isUnthreaded, now, ...result }: RowResult & { isShown: boolean; now: number },
): Promise<boolean> {
  const held = await tx.sql
    .updateTable('outbox')
    .set({
      ...result,
      lane: laneAfter(row, result, isShown),
      unthreaded: toFlag(isUnthreaded),
      leaseToken: null,
      leaseUntil: null,
      ...(result.status === 'sent' ? { sentAt: now } : {}),
    })
    .where('id', '=', row.id)
    .where('status', '=', 'sending')
    .where('leaseToken', '=', row.leaseToken)
    .returning('generation')
    .executeTakeFirst();
  if (!held) return false;
  const changedMeanwhile = held.generation !== row.generation;
  if (changedMeanwhile && result.status !== 'pending') await armAgain(tx, row.id, now);
  return true;
}

function laneAfter(
  { kind }: Pick<LeasedRow, 'kind'>,
  { doubtSince }: Pick<RowResult, 'doubtSince'>,
  isShown: boolean,
): Lane {
  if (doubtSince !== null) return 'check';
  const { lane } = ANNOUNCEMENTS[kind];
  if (lane !== 'message') return lane;
  return isShown && showsState(kind) ? 'edit' : 'post';
}

/**
 * Something changed while it was being sent. What was shown counts for nothing: somebody who lost the lease may have shown something older
 * in between.
 */
async function armAgain(tx: Tx, id: string, now: number): Promise<void> {
  await tx.sql
    .updateTable('outbox')
    .set({ status: 'pending', attempts: 0, plainness: 0, nextAttemptAt: 0, armedAt: now, shownHash: null })
    .where('id', '=', id)
    .execute();
  tx.wake('outbox');
}

/**
 * An edit that was sent so late that its lease had been lost may have overwritten a newer one: it is shown once more. Whoever sends it right
 * now sees the new generation afterwards.
 */
export async function showOnceMore(tx: Tx, { id }: Pick<LeasedRow, 'id'>, now: number): Promise<void> {
  const taken = await tx.sql
    .updateTable('outbox')
    .set((eb) => ({ generation: eb('generation', '+', 1) }))
    .where('id', '=', id)
    .returning('status')
    .executeTakeFirst();
  if (taken?.status === 'sent') await armAgain(tx, id, now);
}

/** A destination that has refused us for days: what waits for it is given up, and can be retried by command. */
export async function failAllFor(tx: Tx, target: string, failure: string): Promise<void> {
  await tx.sql
    .updateTable('outbox')
    .set({ status: 'failed', lastFailure: failure })
    .where('target', '=', target)
    .where('status', '=', 'pending')
    .execute();
}

/** Its thread is no more. */
export async function takeOutOfThread(tx: Tx, { id }: Pick<LeasedRow, 'id'>): Promise<void> {
  await tx.sql.updateTable('outbox').set({ unthreaded: 1 }).where('id', '=', id).execute();
}
