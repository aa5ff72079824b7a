/** Messages that are posted once more: somebody has deleted them, or they stand where nobody is to look any more. */
import type { SqlBool } from 'kysely';
import { sql } from 'kysely';
import {
  ANNOUNCEMENT_KINDS,
  type AnnouncementKind,
  type JoinedKind,
  type MessageKey,
  messageKey,
  showsState,
} from '../../domain/announcement.ts';
import type { OutboxRow } from '../schema.ts';
import type { Tx } from '../transaction.ts';
import { deletePostedMessage, type PostedMessage } from './posted-message.ts';

const STATE_KINDS = ANNOUNCEMENT_KINDS.filter(showsState);

/** To be posted as if it never had been. What was shown counts for nothing. */
const AS_NEW = {
  status: 'pending',
  lane: 'post',
  attempts: 0,
  plainness: 0,
  unthreaded: 0,
  nextAttemptAt: 0,
  doubtSince: null,
  doubtChecks: 0,
  shownHash: null,
  lastFailure: null,
} as const;

/** It is gone: what showed it shows it again. False: there is nothing that could. */
export async function postLostAgain(tx: Tx, key: string, now: number): Promise<boolean> {
  await deletePostedMessage(tx, key);
  const row = await tx.sql
    .updateTable('outbox')
    .set((eb) => ({ ...AS_NEW, armedAt: now, generation: eb('generation', '+', 1) }))
    .where('dedupeKey', '=', key)
    .where('kind', 'in', STATE_KINDS)
    .where('status', '!=', 'sending')
    .returning('seq')
    .executeTakeFirst();
  tx.wake('outbox');
  return row !== undefined || (await isBeingSent(tx, key));
}

async function isBeingSent(tx: Tx, key: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('outbox')
    .select('seq')
    .where('dedupeKey', '=', key)
    .where('kind', 'in', STATE_KINDS)
    .executeTakeFirst();
  return row !== undefined;
}

/** The thread of a lost or left message begins again: what showed a state in it does so in the next, and lines that wait are told otherwise. */
export async function endThread(tx: Tx, key: string, line: JoinedKind): Promise<void> {
  const shown = await tx.sql
    .selectFrom('outbox')
    .select('dedupeKey')
    .where('threadOf', '=', key)
    .where('kind', 'in', STATE_KINDS)
    .where('lane', '=', 'edit')
    .execute();
  for (const { dedupeKey } of shown) await postLostAgain(tx, dedupeKey, 0);
  await tx.sql
    .updateTable('outbox')
    .set({ status: 'cancelled', lastFailure: 'joined' })
    .where('threadOf', '=', key)
    .where('status', '=', 'pending')
    .where('kind', '=', line)
    .execute();
}

/** What shows a state in these threads is shown after all: it was dropped while there was nothing to stand below. */
export async function bringBackThreads(tx: Tx, keys: readonly MessageKey[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.sql
    .updateTable('outbox')
    .set(AS_NEW)
    .where('threadOf', 'in', keys)
    .where('kind', 'in', STATE_KINDS)
    .where('status', '=', 'cancelled')
    .execute();
}

interface Move {
  key: MessageKey;
  to: string;
  now: number;
}

/**
 * Its message is left where it stands and remembered as such; the next one stands in `to`, with all that waits for its thread. One that is
 * being posted this very moment is left alone. Returns the message that was left; null: there was none.
 */
export async function moveMessage(tx: Tx, { key, to, now }: Move): Promise<PostedMessage | null> {
  const isSending = await tx.sql
    .selectFrom('outbox')
    .select('seq')
    .where('dedupeKey', '=', key)
    .where('status', '=', 'sending')
    .executeTakeFirst();
  if (isSending) return null;
  const left = await leaveMessage(tx, key);
  await tx.sql
    .updateTable('outbox')
    .set((eb) => ({
      ...AS_NEW,
      status: unlessStopped('pending'),
      ...{ target: to, armedAt: now, generation: eb('generation', '+', 1) },
    }))
    .where('dedupeKey', '=', key)
    .execute();
  await tx.sql
    .updateTable('outbox')
    .set({ ...AS_NEW, target: to })
    .where('threadOf', '=', key)
    .where('kind', '!=', 'message_moved')
    .where('lane', '=', 'post')
    .where(isUnsaid())
    .execute();
  return left;
}

/** It is known under another key from now on, so that it can still be edited. */
async function leaveMessage(tx: Tx, key: MessageKey): Promise<PostedMessage | null> {
  const left = await tx.sql
    .selectFrom('slackMessage')
    .select(['channel', 'ts'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (!left) return null;
  const moved = messageKey('message_moved', { ts: left.ts, key });
  await tx.sql.deleteFrom('slackMessage').where('key', '=', moved).execute();
  await tx.sql.updateTable('slackMessage').set({ key: moved }).where('key', '=', key).execute();
  return left;
}

interface Redirection {
  from: string;
  to: string;
  kinds: readonly AnnouncementKind[];
}

/** What waits to be posted there, or was given up because it was refused there, goes elsewhere. Returns which announcements of its own. */
export async function redirectWaiting(
  tx: Tx,
  { from, to, kinds }: Redirection,
): Promise<{ kind: AnnouncementKind; ref: string }[]> {
  const rows = await tx.sql
    .updateTable('outbox')
    .set({ target: to, status: unlessStopped('pending'), attempts: 0, nextAttemptAt: 0, lastFailure: null })
    .where('target', '=', from)
    .where('lane', '=', 'post')
    .where(isUnsaid())
    .where((eb) =>
      eb.or([eb('kind', 'in', kinds), ...kinds.map((kind) => eb('threadOf', 'like', `${kind}:%`))]),
    )
    .returning(['kind', 'ref'])
    .execute();
  tx.wake('outbox');
  return rows;
}

/** How many things wait to be shown there, each with all that belongs into its thread. */
export async function countWaitingAt(tx: Tx, target: string): Promise<number> {
  const row = await tx.sql
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '=', 'pending')
    .where('lane', '=', 'post')
    .where('target', '=', target)
    .where('threadOf', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Something newer is to be said there. */
export async function cancelWaitingAt(tx: Tx, target: string): Promise<void> {
  await tx.sql
    .updateTable('outbox')
    .set({ status: 'cancelled' })
    .where('target', '=', target)
    .where('lane', '=', 'post')
    .where('status', '=', 'pending')
    .execute();
}

/** What somebody has stopped goes along, and stays stopped. */
function unlessStopped(status: 'pending') {
  return sql<OutboxRow['status']>`case when status = 'stopped' then status else ${status} end`;
}

function isUnsaid() {
  return sql<SqlBool>`(status in ('pending', 'stopped') or (status = 'failed' and (last_failure like 'destination:%' or last_failure = 'no_thread')))`;
}

/** Something of these kinds is being posted there, or may have been: it is not known yet where it stands. */
export async function isUnsettled(
  tx: Tx,
  target: string,
  kinds: readonly AnnouncementKind[],
): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('outbox')
    .select('seq')
    .where('status', 'in', ['pending', 'sending'])
    .where('lane', '=', 'check')
    .where('target', '=', target)
    .where('kind', 'in', kinds)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Where these stand. */
export async function findPostedMessages(
  tx: Tx,
  keys: readonly MessageKey[],
): Promise<Map<string, PostedMessage>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('slackMessage')
    .select(['key', 'channel', 'ts'])
    .where('key', 'in', keys)
    .execute();
  return new Map(rows.map(({ key, ...message }) => [key, message]));
}

/** As they stand, also where nothing has changed: Slack says then which of them are gone. What waits or is under way is sent anyway. */
export async function showAgain(tx: Tx, keys: readonly MessageKey[], now: number): Promise<void> {
  if (keys.length === 0) return;
  await tx.sql
    .updateTable('outbox')
    .set({ status: 'pending', attempts: 0, nextAttemptAt: 0, armedAt: now, shownHash: null })
    .where('dedupeKey', 'in', keys)
    .where('status', '=', 'sent')
    .where('lane', '=', 'edit')
    .execute();
  tx.wake('outbox', 'edit');
}

/** Slack has given the channel another id: everything stands where it stood. */
export async function renameChannel(tx: Tx, from: string, to: string): Promise<void> {
  await tx.sql.updateTable('slackMessage').set({ channel: to }).where('channel', '=', from).execute();
  await tx.sql.updateTable('outbox').set({ target: to }).where('target', '=', from).execute();
}
