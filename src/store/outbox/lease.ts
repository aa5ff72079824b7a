/**
 * Delivery's side of the outbox table: what is due is claimed under a lease. How it ends is in finish.ts.
 *
 * A row claimed for posting is in doubt from that moment: if the process dies, whoever finds it looks in Slack before posting again.
 */
import { expressionBuilder, type Selectable, sql } from 'kysely';
import type { AnnouncementKind } from '../../domain/announcement.ts';
import { UNNAMED_PREFIX } from '../../domain/team/place.ts';
import { type Ask, type Building, prepared } from '../prepared.ts';
import type { OutboxRow } from '../schema.ts';
import type { Tx } from '../transaction.ts';
import { joinWaiting } from './join.ts';
import { CHANNEL_PREFIX } from './pace.ts';
import type { PostedMessage } from './posted-message.ts';
import { DESTINATION_PREFIX, destinationSubject } from './trouble.ts';

/** What is to be done with a row: look whether it was posted, publish a Home, edit its message, or post one. */
export const LANES = ['check', 'home', 'edit', 'post'] as const;
export type Lane = (typeof LANES)[number];

/** Where it waits to be sent: posts to each channel for themselves, everything else in line with all of its kind. */
export function placeOf({ lane, target }: { lane: Lane; target: string }): string {
  return lane === 'post' ? `post:${target}` : lane;
}

export interface LeasedRow {
  lane: Lane;
  id: string;
  kind: AnnouncementKind;
  ref: string;
  key: string;
  target: string;
  leaseToken: string;
  generation: number;
  armedAt: number;
  /** Including this one. */
  attempts: number;
  doubtSince: number | null;
  doubtChecks: number;
  /** 0 as rendered, 1 without charts and tables, 2 text alone. */
  plainness: number;
  isUnthreaded: boolean;
  shownHash: string | null;
  /** The message that shows it already. */
  shown: PostedMessage | null;
  /** The message in whose thread it belongs. */
  parent: PostedMessage | null;
  /** What that one shows, by its key. */
  threadOf: string | null;
  /** Its destination refused us then, and this is the row that tries again. */
  parkedSince: number | null;
}

interface LeaseRequest {
  lane: Lane;
  now: number;
  leaseToken: string;
  leaseUntil: number;
  /** A post younger than this may not be visible to a look yet. */
  lookAfterMs: number;
  limit: number;
}

/** Raises attempts at once, so that a row that kills the process uses them up too. */
export async function leaseRows(tx: Tx, request: LeaseRequest): Promise<LeasedRow[]> {
  const { lane, now, leaseToken, leaseUntil, lookAfterMs, limit } = request;
  const look = lane === 'check' ? { lookBefore: now - lookAfterMs } : {};
  const rows = await UPDATES[lane](tx, { now, leaseToken, leaseUntil, limit, ...look });
  const inOrder = rows.sort((a, b) => a.rank - b.rank || a.seq - b.seq);
  return withSurroundings(tx, request, lane === 'post' ? await joinWaiting(tx, inOrder) : inOrder);
}

interface Values {
  now: number;
  leaseToken: string;
  leaseUntil: number;
  limit: number;
  /** Of posts that are in doubt. */
  lookBefore?: number;
}

type Leasing = Building<Values> & { lane: Lane };

/** The longest text of all, asked for each message: built once for each lane. */
const UPDATES = Object.fromEntries(
  LANES.map((lane) => [lane, prepared<Values, Row>((building) => updateIn({ ...building, lane }))]),
) as Record<Lane, Ask<Values, Row>>;

function updateIn(leasing: Leasing) {
  const { sql: db, lane, values } = leasing;
  return (
    db
      .updateTable('outbox')
      .set((eb) => ({
        status: 'sending',
        attempts: eb('attempts', '+', 1),
        leaseToken: values.leaseToken,
        leaseUntil: values.leaseUntil,
        ...(lane === 'post' ? { lane: 'check' as const, doubtSince: values.now, doubtChecks: 0 } : {}),
      }))
      .where('seq', 'in', candidates(leasing))
      // Said as what it is not: SQLite would go through all that waits by an index on what it is.
      .where('status', 'not in', ['sent', 'failed', 'cancelled'])
      .returning(LEASED)
  );
}

/** Nobody sends them any more. Each is found again at once; one that was being posted is still looked for first. */
export async function endRowLeases(tx: Tx, now: number): Promise<void> {
  await tx.sql
    .updateTable('outbox')
    .set({ leaseUntil: now })
    .where('status', '=', 'sending')
    .where('leaseUntil', '>', now)
    .execute();
}

const LEASED = [
  'seq',
  'id',
  'kind',
  'ref',
  'dedupeKey',
  'target',
  'threadOf',
  'rank',
  'generation',
  'armedAt',
  'attempts',
  'doubtSince',
  'doubtChecks',
  'plainness',
  'unthreaded',
  'shownHash',
] as const;

/** SKIP LOCKED: a use case that is just re-arming a row must not hold up the others. SQLite has neither locks nor need. */
function candidates(leasing: Leasing) {
  const chosen = leasing.lane === 'post' ? firstOfEachTarget(leasing) : oldestInLane(leasing);
  if (leasing.dialect === 'sqlite') return chosen;
  return leasing.sql
    .selectFrom('outbox')
    .select('outbox.seq')
    .where('outbox.seq', 'in', chosen)
    .forUpdate()
    .skipLocked();
}

function oldestInLane(leasing: Leasing) {
  const { lane, values } = leasing;
  const due = leasing.sql
    .selectFrom('outbox')
    .select('outbox.seq')
    .where('outbox.lane', '=', lane)
    .where('outbox.status', 'in', ['pending', 'sending'])
    .where((eb) =>
      eb.or([
        eb.and([eb('outbox.status', '=', 'pending'), eb(hidden('outbox.nextAttemptAt'), '<=', values.now)]),
        eb.and([eb('outbox.status', '=', 'sending'), eb('outbox.leaseUntil', '<=', values.now)]),
      ]),
    )
    .where(({ not, exists }) => not(exists(parkedAt(leasing, 'outbox.target'))))
    .orderBy(hidden('outbox.seq'))
    .limit(values.limit);
  if (lane === 'check') return due.where('outbox.doubtSince', '<=', values.lookBefore ?? values.now);
  // Of a thread whose message is to be posted again nothing is edited before.
  return lane === 'edit' ? due.where(hasThread(leasing, 'outbox')) : due;
}

/**
 * From target to target and not from row to row: ten thousand rows that wait for one channel must not be read each time that another
 * channel is free. A row being posted is in the check lane, so whatever is in this lane is pending.
 */
function firstOfEachTarget(leasing: Leasing) {
  const first = leasing.sql
    .selectFrom(waitingTargets(leasing).as('place'))
    .select(firstPostTo(leasing, 'place.target').as('seq'))
    // What waits for a channel to be named.
    .where('place.target', 'not like', `${UNNAMED_PREFIX}%`)
    .where(({ not, exists }) => not(exists(parkedAt(leasing, 'place.target'))))
    .where(({ not, exists }) => not(exists(pausedAt(leasing, 'place.target'))))
    .where(({ not, exists }) => not(exists(beingPostedTo(leasing, 'place.target'))));
  return (
    leasing.sql
      .selectFrom(first.as('first'))
      .select('first.seq')
      .where('first.seq', 'is not', null)
      // Not by a join, for which PostgreSQL would read the whole table.
      .orderBy((eb) =>
        eb.selectFrom('outbox as chosen').select('rank').whereRef('chosen.seq', '=', 'first.seq'),
      )
      .orderBy('first.seq')
      .limit(leasing.values.limit)
      .$castTo<{ seq: number }>()
  );
}

/** One look into the index outbox_queue for each: `distinct` would go through all that waits. */
export function waitingTargets({ sql: db }: Pick<Tx, 'sql'>) {
  const first = (after?: 'waiting.target') => {
    const posts = db
      .selectFrom('outbox')
      .select((eb) => eb.fn.min<string | null>('outbox.target').as('target'))
      .where('outbox.status', '=', 'pending')
      .where('outbox.lane', '=', 'post');
    return after ? posts.where('outbox.target', '>', sql.ref<string>(after)) : posts;
  };
  return db
    .withRecursive('waiting(target)', (within) =>
      first().unionAll(
        within
          .selectFrom('waiting')
          .select(first('waiting.target').as('target'))
          .where('waiting.target', 'is not', null),
      ),
    )
    .selectFrom('waiting')
    .select('waiting.target')
    .where('waiting.target', 'is not', null);
}

function firstPostTo(leasing: Leasing, target: string) {
  return leasing.sql
    .selectFrom('outbox as post')
    .select('post.seq')
    .where('post.status', '=', 'pending')
    .where('post.lane', '=', 'post')
    .where('post.target', '=', sql.ref<string>(target))
    .where(hidden('post.nextAttemptAt'), '<=', leasing.values.now)
    .where(hasThread(leasing, 'post'))
    .orderBy('post.rank')
    .orderBy('post.seq')
    .limit(1);
}

/** Its thread is there, or it needs none. */
function hasThread({ sql: db }: Leasing, row: 'post' | 'outbox') {
  const { eb, or } = expressionBuilder<Record<'post' | 'outbox', OutboxRow>, 'post' | 'outbox'>();
  return or([
    eb(`${row}.threadOf`, 'is', null),
    eb(`${row}.unthreaded`, '=', 1),
    // Not `exists`, for which PostgreSQL would rather hash all messages that there ever were.
    eb(messageOf(db, `${row}.threadOf`), 'is not', null),
  ]);
}

function messageOf(db: Tx['sql'], key: string) {
  return db
    .selectFrom('slackMessage')
    .select('slackMessage.key')
    .where('slackMessage.key', '=', sql.ref<string>(key));
}

/**
 * From an index that begins with this column: the one to take is outbox_queue. By times SQLite would go through all that waits, in whatever
 * lane; in the order of enqueueing PostgreSQL would go through all that ever was, where it takes a lane for fuller than it is.
 */
function hidden(column: string) {
  return sql<number>`${sql.ref(column)} + 0`;
}

/** It refuses us and is not tried again yet. */
function parkedAt({ sql: db, values }: Leasing, target: string) {
  return db
    .selectFrom('trouble')
    .select('trouble.subject')
    .where('trouble.subject', '=', sql<string>`${DESTINATION_PREFIX} || ${sql.ref(target)}`)
    .where('trouble.probeAt', '>', values.now);
}

function pausedAt({ sql: db, values }: Leasing, target: string) {
  return db
    .selectFrom('pace')
    .select('pace.bucket')
    .where('pace.bucket', '=', sql<string>`${CHANNEL_PREFIX} || ${sql.ref(target)}`)
    .where('pace.nextAt', '>', values.now);
}

/** One at a time to a channel, or two would arrive in either order. */
function beingPostedTo({ sql: db, values }: Leasing, target: string) {
  return db
    .selectFrom('outbox as other')
    .select('other.seq')
    .where('other.status', '=', 'sending')
    .where('other.lane', '=', 'check')
    .where('other.target', '=', sql.ref<string>(target))
    .where('other.leaseUntil', '>', values.now);
}

/** One query each for all rows: the messages that they show or answer, and the destinations that refused us. */
async function withSurroundings(
  tx: Tx,
  { lane, leaseToken }: LeaseRequest,
  rows: readonly Row[],
): Promise<LeasedRow[]> {
  if (rows.length === 0) return [];
  const keys = rows.flatMap((row) => (row.threadOf ? [row.dedupeKey, row.threadOf] : [row.dedupeKey]));
  const subjects = rows.map((row) => destinationSubject(row.target));
  const messages = await tx.sql.selectFrom('slackMessage').selectAll().where('key', 'in', keys).execute();
  const parked = await tx.sql.selectFrom('trouble').selectAll().where('subject', 'in', subjects).execute();
  const find = (key: string | null): PostedMessage | null => {
    const found = messages.find((message) => message.key === key);
    return found ? { channel: found.channel, ts: found.ts } : null;
  };
  return rows.map(({ seq, dedupeKey: key, threadOf, unthreaded, rank, ...row }) => ({
    ...row,
    ...{ lane, leaseToken, key },
    isUnthreaded: unthreaded === 1,
    threadOf,
    shown: find(key),
    parent: find(threadOf),
    parkedSince: parked.find(({ subject }) => subject === destinationSubject(row.target))?.since ?? null,
  }));
}

type Row = Pick<Selectable<OutboxRow>, (typeof LEASED)[number]>;
