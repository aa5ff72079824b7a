/** Writes what an attempt came to. */

import { failAllFor, finishRow, showOnceMore } from '../store/outbox/finish.ts';
import type { LeasedRow } from '../store/outbox/lease.ts';
import { channelBucket, postpone } from '../store/outbox/pace.ts';
import { deletePostedMessage, upsertPostedMessage } from '../store/outbox/posted-message.ts';
import { clearTrouble, destinationSubject, lookSubject, recordTrouble } from '../store/outbox/trouble.ts';
import type { Tx } from '../store/transaction.ts';
import type { OnAlert } from './alert.ts';
import { limitOf } from './limits.ts';
import type { AttemptResult } from './result.ts';
import type { OutboxTimings } from './timings.ts';

interface Recording {
  row: LeasedRow;
  result: AttemptResult;
  now: number;
  timings: OutboxTimings;
  onAlert: OnAlert;
}

/** False: the lease was lost, somebody else has the row and will find out. */
export async function record(tx: Tx, recording: Recording): Promise<boolean> {
  const { row, result, now } = recording;
  await keepPace(tx, recording);
  const isShown = (result.posted ?? row.shown) !== null && result.forgetsMessage === undefined;
  if (!(await finishRow(tx, row, { ...result.row, isShown, now }))) {
    if (isEdit(row)) await showOnceMore(tx, row, now);
    return false;
  }
  if (result.posted) await upsertPostedMessage(tx, { key: row.key, message: result.posted, now });
  if (result.forgetsMessage) await deletePostedMessage(tx, row.key);
  if (result.alert) await noteAndTell(tx, recording, result.alert);
  if (result.givesUpDestination) await failAllFor(tx, row.target, result.row.lastFailure ?? '');
  const works = result.row.status === 'sent';
  const hasLooked = row.lane === 'check' && result.row.lastFailure === null;
  if (hasLooked) await clearTrouble(tx, lookSubject(row.target));
  if (works && row.parkedSince !== null) await clearTrouble(tx, destinationSubject(row.target));
  return true;
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
