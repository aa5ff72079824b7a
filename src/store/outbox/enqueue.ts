/** The way out: what use cases enqueue in their own transaction. Delivery's side of the table is in lease.ts and finish.ts. */
import {
  type ExpressionBuilder,
  type Insertable,
  type RawBuilder,
  type Selectable,
  type SqlBool,
  sql,
} from 'kysely';
import {
  ANNOUNCEMENT_KINDS,
  ANNOUNCEMENTS,
  type Announcement,
  type AnnouncementKind,
  keyOf,
  type MessageKey,
  showsState,
} from '../../domain/announcement.ts';
import { prepared } from '../prepared.ts';
import type { OutboxRow, Schema } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { placeOf } from './lease.ts';
import { endPauses } from './pace.ts';
import { findPostedMessage } from './posted-message.ts';

interface Enqueue {
  id: string;
  /** Epoch ms. */
  now: number;
}

const STATE_KINDS = ANNOUNCEMENT_KINDS.filter(showsState);

/** Due whatever the clock says: one that is put back must not delay what waits to be said. */
const AT_ONCE = 0;

/**
 * Enqueues, and wakes the outbox after the commit. A "state" kind re-arms its one row, so that ten quick changes cost one edit;
 * a "once" kind that is there already, or was and has long been said, stays as it is, whatever its status.
 */
export async function enqueue(tx: Tx, announcement: Announcement, { id, now }: Enqueue): Promise<void> {
  assertTransaction(tx);
  const key = keyOf(announcement);
  const isState = showsState(announcement.kind);
  if (!isState && (await findPostedMessage(tx, key))) return;
  const row: Row = {
    id,
    kind: announcement.kind,
    ref: announcement.ref,
    dedupeKey: key,
    target: announcement.target,
    threadOf: announcement.threadOf ?? null,
    status: 'pending',
    lane: firstLane(announcement.kind),
    rank: announcement.rank ?? ANNOUNCEMENTS[announcement.kind].rank,
    generation: 1,
    attempts: 0,
    nextAttemptAt: AT_ONCE,
    doubtChecks: 0,
    plainness: 0,
    unthreaded: 0,
    createdAt: now,
    armedAt: now,
  };
  const [armed] = await (isState ? armState : insertOnce)(tx, row);
  // Whoever is sending it looks again afterwards, and what is in doubt waits for its time.
  if (armed?.status === 'pending' && armed.lane !== 'check') tx.wake('outbox', placeOf(armed));
}

function firstLane(kind: AnnouncementKind): OutboxRow['lane'] {
  const { lane } = ANNOUNCEMENTS[kind];
  return lane === 'message' ? 'post' : lane;
}

type Row = Omit<Insertable<OutboxRow>, 'seq'>;
type Armed = Pick<Selectable<OutboxRow>, 'status' | 'lane' | 'target'>;

const armState = prepared<Row, Armed>(({ sql: db, values }) =>
  db
    .insertInto('outbox')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('dedupeKey').doUpdateSet((eb) => ({
        ...rearmed(eb, values.armedAt),
        ...replaced(eb),
      })),
    )
    .returning(['status', 'lane', 'target']),
);

const insertOnce = prepared<Row, Armed>(({ sql: db, values }) =>
  db
    .insertInto('outbox')
    .values(values)
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .returning(['status', 'lane', 'target']),
);

/**
 * A row that is being sent stays so: whoever sends it sees the new generation afterwards and sends again. A row in doubt keeps its
 * time, or the look into Slack would come too early. One that waits already has waited since it was armed first,
 * and keeps the better of its two ranks.
 */
function rearmed(eb: ExpressionBuilder<Schema, 'outbox'>, now: RawBuilder<number>) {
  const isSending = eb('outbox.status', '=', 'sending');
  const isFixed = eb('outbox.status', 'in', ['sending', 'stopped']);
  const isWaiting = eb('outbox.status', 'in', ['pending', 'sending']);
  const isInDoubt = eb('outbox.lane', '=', 'check');
  return {
    generation: eb('outbox.generation', '+', 1),
    // What somebody has stopped waits until somebody says otherwise, however often it changes.
    status: when<OutboxRow['status']>(isFixed, eb.ref('outbox.status'), sql`'pending'`),
    attempts: when<number>(isSending, eb.ref('outbox.attempts'), sql`0`),
    plainness: when<number>(isSending, eb.ref('outbox.plainness'), sql`0`),
    nextAttemptAt: when<number>(isInDoubt, eb.ref('outbox.nextAttemptAt'), sql`${AT_ONCE}`),
    armedAt: when<number>(isWaiting, eb.ref('outbox.armedAt'), now),
  };
}

function replaced(eb: ExpressionBuilder<Schema, 'outbox'>) {
  const isWaiting = eb('outbox.status', 'in', ['pending', 'sending']);
  const rank = eb.ref('excluded.rank' as 'outbox.rank');
  const isFirst = eb.and([isWaiting, eb('outbox.rank', '<=', rank)]);
  return {
    rank: when<number>(isFirst, eb.ref('outbox.rank'), rank),
    target: when<string>(mayMove(eb), eb.ref('excluded.target' as 'outbox.target'), eb.ref('outbox.target')),
  };
}

/**
 * What is in Slack, or on its way there, is shown as it is now; what was never announced is not. The cheap way to correct what may have been
 * said of a thing: one look by key.
 */
export async function enqueueAgain(tx: Tx, announcement: Announcement, now: number): Promise<void> {
  assertTransaction(tx);
  const [armed] = await armKnown(tx, { key: keyOf(announcement), now });
  if (armed?.status === 'pending' && armed.lane !== 'check') tx.wake('outbox', placeOf(armed));
}

const armKnown = prepared<{ key: string; now: number }, Armed>(({ sql: db, values: { key, now } }) =>
  db
    .updateTable('outbox')
    .set((eb) => ({ ...rearmed(eb, now), lane: afterPosting(eb) }))
    .where('dedupeKey', '=', key)
    .returning(['status', 'lane', 'target']),
);

/** Some kinds said something once in earlier versions, whose rows stayed as if they were to be posted: posted they would be twice. */
function afterPosting(eb: ExpressionBuilder<Schema, 'outbox'>) {
  const isPosted = eb.and([eb('outbox.status', '=', 'sent'), eb('outbox.lane', '=', 'post')]);
  return when<OutboxRow['lane']>(isPosted, sql`'edit'`, eb.ref('outbox.lane'));
}

/** Of these keys the first that was ever announced; null: none. */
export async function findAnnounced(tx: Tx, keys: readonly MessageKey[]): Promise<MessageKey | null> {
  if (keys.length === 0) return null;
  const rows = await tx.sql.selectFrom('outbox').select('dedupeKey').where('dedupeKey', 'in', keys).execute();
  const known = new Set(rows.map(({ dedupeKey }) => dedupeKey));
  return keys.find((key) => known.has(key)) ?? null;
}

/** When it was announced first (epoch ms); null: never. */
export async function findAnnouncedAt(tx: Tx, key: MessageKey): Promise<number | null> {
  const row = await tx.sql
    .selectFrom('outbox')
    .select('createdAt')
    .where('dedupeKey', '=', key)
    .executeTakeFirst();
  return row?.createdAt ?? null;
}

/** Another channel was chosen: what has not been posted yet goes there, what has been posted stays where it is. */
function mayMove(eb: ExpressionBuilder<Schema, 'outbox'>) {
  return eb.and([eb('outbox.status', '!=', 'sending'), eb('outbox.lane', '=', 'post')]);
}

function when<T>(condition: { toOperationNode(): unknown }, yes: unknown, no: unknown) {
  return sql<T>`case when ${condition as ReturnType<typeof sql<SqlBool>>} then ${yes} else ${no} end`;
}

/**
 * For the command line: what was given up is tried again, also at destinations that refused us; and nothing waits for a time any more. Returns
 * how many rows had been given up. What waits for a channel to be named waits on: nothing can be tried.
 */
export async function retryFailed(tx: Tx, now: number): Promise<number> {
  assertTransaction(tx);
  const result = await tx.sql
    .updateTable('outbox')
    .set({
      status: 'pending',
      attempts: 0,
      plainness: 0,
      unthreaded: 0,
      nextAttemptAt: AT_ONCE,
      armedAt: now,
    })
    .where('status', '=', 'failed')
    .executeTakeFirst();
  await tx.sql
    .updateTable('outbox')
    .set({ nextAttemptAt: AT_ONCE })
    .where('status', '=', 'pending')
    .where('nextAttemptAt', '>', now)
    .execute();
  await endPauses(tx);
  await tx.sql.deleteFrom('trouble').where('code', '!=', 'no_channel').execute();
  tx.wake('outbox');
  return Number(result.numUpdatedRows);
}

/**
 * Forgets what has been said or dropped before `before`. That it was said is still known by its message, so it is not said twice.
 * Rows of "state" kinds stay: there is one a thing, and it is used again.
 */
export async function deleteFinished(tx: Tx, before: number): Promise<number> {
  assertTransaction(tx);
  const result = await tx.sql
    .deleteFrom('outbox')
    .where('status', 'in', ['sent', 'cancelled'])
    .where('armedAt', '<', before)
    .where('kind', 'not in', STATE_KINDS)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
