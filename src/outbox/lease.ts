/** Takes what may be sent now: lane by lane, as far as the pace allows. */
import { LANES, type Lane, type LeasedRow, leaseRows } from '../store/outbox/lease.ts';
import { available, useUp } from '../store/outbox/pace.ts';
import { cancelOrphans, hasWork, lockLeases, nextDue } from '../store/outbox/queue.ts';
import type { Tx } from '../store/transaction.ts';
import { limitOf } from './limits.ts';
import type { OutboxTimings } from './timings.ts';

interface LeaseRequest {
  now: number;
  limit: number;
  leaseToken: string;
  /** Reads everything that waits, so not each time. */
  seeksOrphans: boolean;
  timings: OutboxTimings;
}

export interface Batch {
  rows: LeasedRow[];
  /** When something more may become due by itself; null when nothing waits for a time. */
  wakeAt: number | null;
  /** Lanes whose pace is used up, and until when. */
  closed: Map<Lane, number>;
}

export async function leaseBatch(tx: Tx, request: LeaseRequest): Promise<Batch> {
  if (!(await hasWork(tx))) return { rows: [], wakeAt: null, closed: new Map() };
  await lockLeases(tx);
  if (request.seeksOrphans) await cancelOrphans(tx);
  const rows: LeasedRow[] = [];
  const closed = new Map<Lane, number>();
  for (const lane of LANES) {
    const taken = await leaseLane(tx, lane, { ...request, limit: request.limit - rows.length });
    rows.push(...taken.rows);
    if (taken.freeAt !== null) closed.set(lane, taken.freeAt);
  }
  const due = await nextDue(tx, request.now);
  const waits = [...closed.values(), ...(due === null ? [] : [due])];
  return { rows, closed, wakeAt: waits.length > 0 ? Math.min(...waits) : null };
}

/** `freeAt`: when the workspace-wide pace, which is used up, lets the next one through. */
async function leaseLane(
  tx: Tx,
  lane: Lane,
  { now, limit, leaseToken, timings }: Omit<LeaseRequest, 'seeksOrphans'>,
): Promise<{ rows: LeasedRow[]; freeAt: number | null }> {
  const { name, rate } = limitOf(lane, timings);
  const allowed = await available(tx, name, { now, rate });
  if (allowed.calls === 0) return { rows: [], freeAt: allowed.freeAt };
  if (limit === 0) return { rows: [], freeAt: null };
  const rows = await leaseRows(tx, {
    lane,
    now,
    leaseToken,
    leaseUntil: now + timings.lease,
    lookAfterMs: timings.lookAfter,
    limit: Math.min(limit, allowed.calls),
  });
  await useUp(tx, name, { now, rate, calls: rows.length });
  return { rows, freeAt: null };
}
