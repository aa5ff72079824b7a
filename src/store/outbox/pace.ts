/**
 * How fast we may talk to Slack, shared by all replicas. A bucket is one number: the time at which it would be full again. It holds
 * `burst` calls and regains one each `everyMs`.
 */
import type { Tx } from '../transaction.ts';

export interface Rate {
  everyMs: number;
  burst: number;
}

/** How many calls the bucket allows now, and when the next one is free if none is. */
export async function available(
  tx: Tx,
  bucket: string,
  { now, rate }: { now: number; rate: Rate },
): Promise<{ calls: number; freeAt: number }> {
  if (rate.everyMs === 0) return { calls: Number.MAX_SAFE_INTEGER, freeAt: now };
  const row = await tx.sql
    .selectFrom('pace')
    .select('nextAt')
    .where('bucket', '=', bucket)
    .executeTakeFirst();
  const used = Math.max(0, (row?.nextAt ?? 0) - now);
  const calls = Math.max(0, Math.floor((rate.burst * rate.everyMs - used) / rate.everyMs));
  return { calls, freeAt: now + Math.max(0, used - (rate.burst - 1) * rate.everyMs) };
}

/** Takes calls out of the bucket. */
export async function useUp(
  tx: Tx,
  bucket: string,
  { now, rate, calls }: { now: number; rate: Rate; calls: number },
): Promise<void> {
  const ms = calls * rate.everyMs;
  if (ms === 0) return;
  await tx.sql
    .insertInto('pace')
    .values({ bucket, nextAt: now + ms })
    .onConflict((conflict) =>
      conflict.column('bucket').doUpdateSet((eb) => ({
        nextAt: eb
          .case()
          .when('pace.nextAt', '>', now)
          .then(eb('pace.nextAt', '+', ms))
          .else(now + ms)
          .end(),
      })),
    )
    .execute();
}

/** Nothing more before `until`; never makes a bucket free earlier than it was. */
export async function postpone(tx: Tx, bucket: string, until: number): Promise<void> {
  await tx.sql
    .insertInto('pace')
    .values({ bucket, nextAt: until })
    .onConflict((conflict) =>
      conflict.column('bucket').doUpdateSet({ nextAt: until }).where('pace.nextAt', '<', until),
    )
    .execute();
}

export interface Pause {
  /** `posts`, `edits`, …, or `channel:C1`. */
  bucket: string;
  endsInMs: number;
}

/** Shorter waits are our own pace. */
const SHORTEST_PAUSE = 20_000;

/** Where Slack has asked for patience, or its quota is used up. */
export async function listPauses(tx: Tx, now: number): Promise<Pause[]> {
  const rows = await tx.sql
    .selectFrom('pace')
    .selectAll()
    .where('nextAt', '>', now + SHORTEST_PAUSE)
    .orderBy('bucket')
    .execute();
  return rows.map(({ bucket, nextAt }) => ({ bucket, endsInMs: nextAt - now }));
}

/** The longest of them, ms; 0 when there is none. */
export async function longestPause(tx: Tx, now: number): Promise<number> {
  return Math.max(0, ...(await listPauses(tx, now)).map(({ endsInMs }) => endsInMs));
}

/** Somebody says that it works again. */
export async function endPauses(tx: Tx): Promise<void> {
  await tx.sql.deleteFrom('pace').execute();
}

/** The bucket of one channel or person: a single call, so its row says when the next post may leave. */
export function channelBucket(target: string): string {
  return `${CHANNEL_PREFIX}${target}`;
}

export const CHANNEL_PREFIX = 'channel:';
