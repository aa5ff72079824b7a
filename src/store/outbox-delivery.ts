/**
 * Delivery's side of the outbox table: what is due is claimed under a lease. How it ends is in outbox-settle.ts.
 *
 * A row claimed for posting is in doubt from that moment: if the process dies, whoever finds it looks in Slack before posting again.
 */
import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import { type AnnouncementKind, STATE_KINDS } from '../domain/announcement.ts';
import { CHANNEL_PREFIX } from './pace.ts';
import type { OutboxRow, Schema } from './schema.ts';
import type { SlackMessage } from './slack-message.ts';
import type { Tx } from './transaction.ts';
import { DESTINATION_PREFIX, destinationSubject } from './trouble.ts';

/** What is to be done with a row: look whether it was posted, publish a Home, edit its message, or post one. */
export const LANES = ['check', 'home', 'edit', 'post'] as const;
export type Lane = (typeof LANES)[number];

export interface Claimed {
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
  shown: SlackMessage | null;
  /** The message in whose thread it belongs. */
  parent: SlackMessage | null;
  /** Its destination refused us then, and this is the row that tries again. */
  parkedSince: number | null;
}

interface Claim {
  lane: Lane;
  now: number;
  leaseToken: string;
  leaseUntil: number;
  /** A post younger than this may not be visible to a look yet. */
  settleMs: number;
  limit: number;
}

/** Raises attempts at once, so that a row that kills the process uses them up too. */
export async function claim(tx: Tx, request: Claim): Promise<Claimed[]> {
  const { lane, now } = request;
  const rows = await tx.sql
    .updateTable('outbox')
    .set((eb) => ({
      status: 'sending',
      attempts: eb('attempts', '+', 1),
      lease_token: request.leaseToken,
      lease_until: request.leaseUntil,
      ...(lane === 'post' ? { doubt_since: now, doubt_checks: 0 } : {}),
    }))
    .where('seq', 'in', candidates(tx, request))
    .where('status', 'in', ['pending', 'sending'])
    .returningAll()
    .execute();
  return withSurroundings(
    tx,
    lane,
    rows.sort((a, b) => a.seq - b.seq),
  );
}

/** SKIP LOCKED: a use case that is just re-arming a row must not hold up the others. SQLite has neither locks nor need. */
function candidates(tx: Tx, request: Claim) {
  const due = tx.sql
    .selectFrom('outbox')
    .select('outbox.seq')
    .where((eb) => eb.and([isDue(eb, request.now), isIn(eb, request)]))
    .orderBy('outbox.seq')
    .limit(request.limit);
  const chosen = request.lane === 'post' ? oldestOfEachTarget(tx, request) : due;
  if (tx.dialect === 'sqlite') return chosen;
  return tx.sql
    .selectFrom('outbox')
    .select('outbox.seq')
    .where('outbox.seq', 'in', chosen)
    .forUpdate()
    .skipLocked();
}

function oldestOfEachTarget(tx: Tx, request: Claim) {
  const oldest = tx.sql
    .selectFrom('outbox')
    .select((eb) => eb.fn.min('outbox.seq').as('seq'))
    .where((eb) => eb.and([isDue(eb, request.now), isIn(eb, request)]))
    .groupBy('outbox.target')
    .orderBy('seq')
    .limit(request.limit);
  return tx.sql.selectFrom(oldest.as('oldest')).select('oldest.seq');
}

type Outbox = ExpressionBuilder<Schema, 'outbox'>;

function isDue(eb: Outbox, now: number) {
  const waits = eb.and([eb('outbox.status', '=', 'pending'), eb('outbox.next_attempt_at', '<=', now)]);
  const abandoned = eb.and([eb('outbox.status', '=', 'sending'), eb('outbox.lease_until', '<=', now)]);
  const parked = eb
    .selectFrom('trouble')
    .select('trouble.subject')
    .where('trouble.subject', '=', sql<string>`${DESTINATION_PREFIX} || ${eb.ref('outbox.target')}`)
    .where('trouble.probe_at', '>', now);
  return eb.and([eb.or([waits, abandoned]), eb.not(eb.exists(parked))]);
}

function isIn(eb: Outbox, { lane, now, settleMs }: Claim) {
  const isInDoubt = eb('outbox.doubt_since', 'is not', null);
  const isHome = eb('outbox.kind', '=', 'home');
  const isEdit = eb.and([
    eb('outbox.kind', 'in', [...STATE_KINDS]),
    eb.exists(messageWithKey(eb, 'dedupe_key')),
  ]);
  switch (lane) {
    case 'check':
      return eb.and([isInDoubt, eb('outbox.doubt_since', '<=', now - settleMs)]);
    case 'home':
      return eb.and([eb.not(isInDoubt), isHome]);
    case 'edit':
      return eb.and([eb.not(isInDoubt), eb.not(isHome), isEdit]);
    case 'post':
      return eb.and([eb.not(isInDoubt), eb.not(isHome), eb.not(isEdit), mayPost(eb, now)]);
  }
}

/** Its thread is there, its channel is free, and nothing else is just being posted to it. */
function mayPost(eb: Outbox, now: number) {
  const hasPlace = eb.or([
    eb('outbox.thread_of', 'is', null),
    eb('outbox.unthreaded', '=', 1),
    eb.exists(messageWithKey(eb, 'thread_of')),
  ]);
  const busyChannel = eb
    .selectFrom('pace')
    .select('pace.bucket')
    .where('pace.bucket', '=', sql<string>`${CHANNEL_PREFIX} || ${eb.ref('outbox.target')}`)
    .where('pace.next_at', '>', now);
  const posting = eb
    .selectFrom('outbox as other')
    .select('other.seq')
    .whereRef('other.target', '=', 'outbox.target')
    .where('other.status', '=', 'sending')
    .where('other.lease_until', '>', now)
    .where('other.doubt_since', 'is not', null);
  return eb.and([hasPlace, eb.not(eb.exists(busyChannel)), eb.not(eb.exists(posting))]);
}

function messageWithKey(eb: Outbox, column: 'dedupe_key' | 'thread_of') {
  return eb
    .selectFrom('slack_message')
    .select('slack_message.key')
    .whereRef('slack_message.key', '=', `outbox.${column}`);
}

/** One query each for all rows: the messages that they show or answer, and the destinations that refused us. */
async function withSurroundings(tx: Tx, lane: Lane, rows: readonly Row[]): Promise<Claimed[]> {
  if (rows.length === 0) return [];
  const keys = rows.flatMap((row) => (row.thread_of ? [row.dedupe_key, row.thread_of] : [row.dedupe_key]));
  const subjects = rows.map((row) => destinationSubject(row.target));
  const messages = await tx.sql.selectFrom('slack_message').selectAll().where('key', 'in', keys).execute();
  const parked = await tx.sql.selectFrom('trouble').selectAll().where('subject', 'in', subjects).execute();
  const find = (key: string | null): SlackMessage | null => {
    const found = messages.find((message) => message.key === key);
    return found ? { channel: found.channel, ts: found.ts } : null;
  };
  return rows.map((row) => ({
    lane,
    ...fromRow(row),
    shown: find(row.dedupe_key),
    parent: find(row.thread_of),
    parkedSince: parked.find(({ subject }) => subject === destinationSubject(row.target))?.since ?? null,
  }));
}

type Row = Selectable<OutboxRow>;

function fromRow(row: Row): Omit<Claimed, 'lane' | 'shown' | 'parent' | 'parkedSince'> {
  return {
    id: row.id,
    kind: row.kind as AnnouncementKind,
    ref: row.ref,
    key: row.dedupe_key,
    target: row.target,
    leaseToken: row.lease_token ?? '',
    generation: row.generation,
    armedAt: row.armed_at,
    attempts: row.attempts,
    doubtSince: row.doubt_since,
    doubtChecks: row.doubt_checks,
    plainness: row.plainness,
    isUnthreaded: row.unthreaded === 1,
    shownHash: row.shown_hash,
  };
}
