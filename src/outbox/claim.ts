/** Takes what may be sent now: lane by lane, as far as the pace allows. */
import { type Claimed, claim, LANES, type Lane } from '../store/outbox-delivery.ts';
import { dropOrphans, hasWork, lockClaims, nextDue } from '../store/outbox-queue.ts';
import { available, spend } from '../store/pace.ts';
import type { Tx } from '../store/transaction.ts';
import { bucketOf } from './buckets.ts';
import type { OutboxTimings } from './timings.ts';

interface ClaimRequest {
  now: number;
  limit: number;
  leaseToken: string;
  /** Reads everything that waits, so not each time. */
  seeksOrphans: boolean;
  timings: OutboxTimings;
}

export interface Batch {
  rows: Claimed[];
  /** When something more may become due by itself; null when nothing waits for a time. */
  wakeAt: number | null;
}

export async function claimBatch(tx: Tx, request: ClaimRequest): Promise<Batch> {
  if (!(await hasWork(tx))) return { rows: [], wakeAt: null };
  await lockClaims(tx);
  if (request.seeksOrphans) await dropOrphans(tx);
  const rows: Claimed[] = [];
  const waits: number[] = [];
  for (const lane of LANES) {
    const taken = await claimLane(tx, lane, { ...request, limit: request.limit - rows.length });
    rows.push(...taken.rows);
    if (taken.freeAt !== null) waits.push(taken.freeAt);
  }
  const due = await nextDue(tx, request.now);
  if (due !== null) waits.push(due);
  return { rows, wakeAt: waits.length > 0 ? Math.min(...waits) : null };
}

/** `freeAt`: when the workspace-wide pace, which is used up, lets the next one through. */
async function claimLane(
  tx: Tx,
  lane: Lane,
  { now, limit, leaseToken, timings }: Omit<ClaimRequest, 'seeksOrphans'>,
): Promise<{ rows: Claimed[]; freeAt: number | null }> {
  const { name, rate } = bucketOf(lane, timings);
  const allowed = await available(tx, name, { now, rate });
  if (allowed.calls === 0) return { rows: [], freeAt: allowed.freeAt };
  if (limit === 0) return { rows: [], freeAt: null };
  const rows = await claim(tx, {
    lane,
    now,
    leaseToken,
    leaseUntil: now + timings.lease,
    settleMs: timings.settle,
    limit: Math.min(limit, allowed.calls),
  });
  await spend(tx, name, { now, rate, calls: rows.length });
  return { rows, freeAt: null };
}
