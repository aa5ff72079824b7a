import { sql } from 'kysely';
import {
  type FetchJob,
  type FetchRequest,
  type FetchResult,
  type FetchState,
  type FetchVendor,
  LONGEST_RETRY,
} from '../../domain/delivery/fetch-job.ts';
import { MINUTE } from '../../domain/time/duration.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** The runner is told after the commit; what was ordered before is no news. */
export async function enqueueFetches(tx: Tx, orders: readonly FetchRequest[], now: number): Promise<void> {
  assertTransaction(tx);
  if (orders.length === 0) return;
  const fresh = { state: 'pending', attempts: 0, nextAttemptAt: now, lastFailure: null } as const;
  const rows = orders.map(({ vendor, objectId, body, happenedAt = now }) => ({
    ...{ vendor, objectId, body, ...fresh },
    // A sender's clock that is ahead puts nobody behind those who come later.
    createdAt: Math.max(0, Math.min(now, happenedAt)),
  }));
  await tx.sql
    .insertInto('fetchJob')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['vendor', 'objectId']).doNothing())
    .execute();
  tx.wake('fetch');
}

/**
 * Whom we have asked for is to be asked for again. One that is still open, or was given up, goes on as what it was; `join` makes one order of what waits
 * and what comes. False: nobody has asked for it, and nobody does unless `isKnown`.
 */
export async function reorderFetch(
  tx: Tx,
  { vendor, objectId, body }: FetchRequest,
  { now, isKnown, join }: { now: number; isKnown: boolean; join: (waiting: string, body: string) => string },
): Promise<boolean> {
  assertTransaction(tx);
  const query = tx.sql
    .selectFrom('fetchJob')
    .select(['state', 'body'])
    .where('vendor', '=', vendor)
    .where('objectId', '=', objectId);
  const waiting = await (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  if (!waiting && isKnown) await enqueueFetches(tx, [{ vendor, objectId, body }], now);
  if (!waiting) return isKnown;
  const isOver = waiting.state === 'done' || waiting.state === 'failed';
  await tx.sql
    .updateTable('fetchJob')
    .set({
      body: waiting.state === 'done' ? body : join(waiting.body, body),
      ...(isOver && { state: 'pending', attempts: 0, nextAttemptAt: now }),
    })
    .where('vendor', '=', vendor)
    .where('objectId', '=', objectId)
    .execute();
  tx.wake('fetch');
  return true;
}

const OPEN: readonly FetchState[] = ['pending', 'waiting_for_token'];

interface LeaseRequest {
  vendor: FetchVendor;
  now: number;
  /** Until then nobody else takes them, and from then on whoever comes: the worker that leased them has died. */
  leaseUntil: number;
  limit: number;
}

/** No plan reaches so far ahead: the clock was put back, and what waits for the old one would wait long. */
const FARTHEST_PLAN = LONGEST_RETRY + MINUTE;

/** Those that happened first before the others, of all that are due at one time; answered in that order. */
export async function leaseFetches(
  tx: Tx,
  { vendor, now, leaseUntil, limit }: LeaseRequest,
): Promise<FetchJob[]> {
  assertTransaction(tx);
  const due = tx.sql
    .selectFrom('fetchJob')
    .select('objectId')
    .where('vendor', '=', vendor)
    .where('state', 'in', OPEN)
    .where((eb) => eb.or([eb('nextAttemptAt', '<=', now), eb('nextAttemptAt', '>', now + FARTHEST_PLAN)]))
    .orderBy('nextAttemptAt')
    .orderBy('createdAt')
    .orderBy('objectId')
    .limit(limit);
  const leased = await tx.sql
    .updateTable('fetchJob')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), nextAttemptAt: leaseUntil }))
    .where('vendor', '=', vendor)
    .where('objectId', 'in', tx.dialect === 'postgres' ? due.forUpdate().skipLocked() : due)
    .returning(['vendor', 'objectId', 'body', 'attempts', 'createdAt'])
    .execute();
  return leased
    .sort((a, b) => a.createdAt - b.createdAt || (a.objectId < b.objectId ? -1 : 1))
    .map(({ createdAt: _, ...job }) => job);
}

/** Nobody is fetching any more. A lease cannot be told from a wait for the next attempt, so that those waits end too. */
export async function endFetchLeases(tx: Tx, now: number): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .updateTable('fetchJob')
    .set({ nextAttemptAt: now })
    .where('state', 'in', OPEN)
    .where('nextAttemptAt', '>', now)
    .execute();
}

/**
 * False: the lease had run out and somebody else has the job; theirs is the word. One of which more was told meanwhile is not done: it is asked for
 * once more.
 */
export async function finishFetch(tx: Tx, job: FetchJob, after: FetchResult): Promise<boolean> {
  assertTransaction(tx);
  const { state, nextAttemptAt, lastFailure } = after;
  const row = await tx.sql
    .updateTable('fetchJob')
    .set({ state, nextAttemptAt, lastFailure })
    .where('vendor', '=', job.vendor)
    .where('objectId', '=', job.objectId)
    .where('attempts', '=', job.attempts)
    .where('state', 'in', OPEN)
    .returning('body')
    .executeTakeFirst();
  if (state === 'done' && row && row.body !== job.body) await askOnceMore(tx, job, nextAttemptAt);
  return row !== undefined;
}

async function askOnceMore(tx: Tx, { vendor, objectId }: FetchJob, now: number): Promise<void> {
  await tx.sql
    .updateTable('fetchJob')
    .set({ state: 'pending', attempts: 0, nextAttemptAt: now })
    .where('vendor', '=', vendor)
    .where('objectId', '=', objectId)
    .execute();
  tx.wake('fetch');
}

/** Without a token there is nothing to try: they wait, due at once when there is one. Returns how many wait in all. */
export async function parkFetches(tx: Tx, vendor: FetchVendor, lastFailure: string): Promise<number> {
  assertTransaction(tx);
  await tx.sql
    .updateTable('fetchJob')
    .set({ state: 'waiting_for_token', lastFailure })
    .where('vendor', '=', vendor)
    .where('state', '=', 'pending')
    .execute();
  const { waiting } = await tx.sql
    .selectFrom('fetchJob')
    .select(sql<number>`count(*)`.as('waiting'))
    .where('vendor', '=', vendor)
    .where('state', '=', 'waiting_for_token')
    .executeTakeFirstOrThrow();
  return waiting;
}

/** The vendor refuses our token: those that are due would only be refused too. */
export async function postponeFetches(tx: Tx, job: FetchJob, after: FetchResult): Promise<void> {
  assertTransaction(tx);
  const { state, nextAttemptAt, lastFailure } = after;
  await tx.sql
    .updateTable('fetchJob')
    .set({ state, nextAttemptAt, lastFailure })
    .where('vendor', '=', job.vendor)
    .where('state', 'in', OPEN)
    .where('nextAttemptAt', '<', nextAttemptAt)
    .execute();
}

export async function countFetches(tx: Tx): Promise<Record<FetchState, number>> {
  const rows = await tx.sql
    .selectFrom('fetchJob')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const none = { pending: 0, waiting_for_token: 0, done: 0, failed: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

/** Those that have been asked for so often and are still not there. */
export async function countUnanswered(tx: Tx, vendor: FetchVendor, attempts: number): Promise<number> {
  const row = await tx.sql
    .selectFrom('fetchJob')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('vendor', '=', vendor)
    .where('state', 'in', OPEN)
    .where('attempts', '>=', attempts)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Those for whose page or account we have no token that is taken. */
export async function countWaitingForToken(tx: Tx, vendor: FetchVendor): Promise<number> {
  const row = await tx.sql
    .selectFrom('fetchJob')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('vendor', '=', vendor)
    .where('state', '=', 'waiting_for_token')
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** For the command line: what was given up is asked for again. Returns how many. */
export async function retryFetches(tx: Tx, now: number): Promise<number> {
  assertTransaction(tx);
  const result = await tx.sql
    .updateTable('fetchJob')
    .set({ state: 'pending', attempts: 0, nextAttemptAt: now })
    .where('state', '=', 'failed')
    .executeTakeFirst();
  tx.wake('fetch');
  return Number(result.numUpdatedRows);
}
