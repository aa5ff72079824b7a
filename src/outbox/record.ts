/** Writes what an attempt came to. */

import { failAllFor, finishRow, showOnceMore, takeOutOfThread } from '../store/outbox/finish.ts';
import type { LeasedRow } from '../store/outbox/lease.ts';
import { channelBucket, postpone } from '../store/outbox/pace.ts';
import { deletePostedMessage, upsertPostedMessage } from '../store/outbox/posted-message.ts';
import { postLostAgain } from '../store/outbox/repost.ts';
import { clearTrouble, destinationSubject, lookSubject, recordTrouble } from '../store/outbox/trouble.ts';
import type { Tx } from '../store/transaction.ts';
import type { IsLeft, OnAlert, OnLost } from './alert.ts';
import { limitOf } from './limits.ts';
import type { AttemptResult } from './result.ts';
import type { OutboxTimings } from './timings.ts';

interface Recording {
  row: LeasedRow;
  result: AttemptResult;
  now: number;
  timings: OutboxTimings;
  onAlert: OnAlert;
  onLost: OnLost;
  isLeft: IsLeft;
}

/** False: the lease was lost, somebody else has the row and will find out. */
export async function record(tx: Tx, attempted: Recording): Promise<boolean> {
  const recording = { ...attempted, result: await givenUpWhereLeft(tx, attempted) };
  const { row, result, now } = recording;
  await keepPace(tx, recording);
  const isShown = (result.posted ?? row.shown) !== null && result.forgetsMessage === undefined;
  if (!(await finishRow(tx, row, { ...result.row, isShown, now }))) {
    if (isEdit(row)) await showOnceMore(tx, row, now);
    return false;
  }
  if (result.posted) await upsertPostedMessage(tx, { key: row.key, message: result.posted, now });
  if (result.forgetsMessage) await lose(tx, recording, row.key);
  if (result.forgetsParent) await loseParent(tx, recording);
  if (result.alert) await noteAndTell(tx, recording, result.alert);
  if (result.givesUpDestination) await failAllFor(tx, row.target, result.row.lastFailure ?? '');
  const works = result.row.status === 'sent';
  const hasLooked = row.lane === 'check' && result.row.lastFailure === null;
  if (hasLooked) await clearTrouble(tx, lookSubject(row.target));
  if (works && row.parkedSince !== null) await clearTrouble(tx, destinationSubject(row.target));
  return true;
}

async function lose(tx: Tx, { onLost }: Recording, key: string): Promise<void> {
  await deletePostedMessage(tx, key);
  await onLost(tx, key);
}

/** A parent that can't be posted again: then what would stand below it stands by itself. */
async function loseParent(tx: Tx, { row, now, onLost }: Recording): Promise<void> {
  if (row.threadOf === null) return;
  if (await postLostAgain(tx, row.threadOf, now)) await onLost(tx, row.threadOf);
  else await takeOutOfThread(tx, row);
}

/** A channel that the team has left for another refuses us: nobody need mend that. */
async function givenUpWhereLeft(tx: Tx, { row, result, isLeft }: Recording): Promise<AttemptResult> {
  const isRefused = result.alert?.alert.subject === destinationSubject(row.target);
  if (!isRefused || !(await isLeft(tx, row))) return result;
  return { row: { ...result.row, status: 'cancelled' } };
}

function isEdit({ lane }: LeasedRow): boolean {
  return lane === 'edit' || lane === 'home';
}

/**
 * The next post waits from the end of this one, not from its start: whatever held this one up, Slack never sees two within a second.
 */
async function keepPace(tx: Tx, { row, result, now, timings }: Recording): Promise<void> {
  const channelUntil = row.lane === 'post' ? now + timings.channel : 0;
  const until = Math.max(channelUntil, row.lane === 'post' ? (result.pausedUntil ?? 0) : 0);
  if (until > now) await postpone(tx, channelBucket(row.target), until);
  if (result.pausedUntil === undefined) return;
  const { name, rate } = limitOf(row.lane, timings);
  await postpone(tx, name, result.pausedUntil + Math.max(0, rate.burst - 1) * rate.everyMs);
}

async function noteAndTell(
  tx: Tx,
  { now, onAlert }: Recording,
  { alert, probeAt }: NonNullable<AttemptResult['alert']>,
): Promise<void> {
  const isNews = await recordTrouble(tx, { ...alert, since: now, probeAt });
  if (isNews) await onAlert(tx, alert);
}
