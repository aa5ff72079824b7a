import type { Backlog } from '../../domain/delivery/backlog.ts';
import type { TroubleFacts } from '../../domain/delivery/trouble.ts';
import { unnamed } from '../../domain/team/place.ts';
import { retryFetches } from '../../store/delivery/fetch-job.ts';
import { listBacklog } from '../../store/outbox/backlog.ts';
import { retryFailed } from '../../store/outbox/enqueue.ts';
import { listPauses, type Pause } from '../../store/outbox/pace.ts';
import { countByStatus, countWaitingFor, oldestWait } from '../../store/outbox/queue.ts';
import { listTroubles, type Trouble } from '../../store/outbox/trouble.ts';
import type { Context } from '../context.ts';

export interface OutboxState {
  counts: Record<string, number>;
  /** How long the oldest unsent message has waited, ms; null when none waits. */
  oldestWaitMs: number | null;
  troubles: Trouble[];
  /** What waits to be posted, by channel and person. */
  backlog: Backlog[];
  /** Until then Slack gets nothing there. */
  pauses: Pause[];
}

/** For the operator: what waits to leave for Slack, what was given up, and what only a person can mend. */
export function outboxState(ctx: Context): Promise<OutboxState> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => ({
    counts: await countByStatus(tx),
    oldestWaitMs: await oldestWait(tx, now),
    troubles: await listTroubles(tx),
    backlog: await listBacklog(tx),
    pauses: await listPauses(tx, now),
  }));
}

export interface Retry {
  /** How many messages had been given up. */
  retried: number;
  /** How many leads a vendor had never told of, who are asked for again. */
  fetched: number;
  /** What trying again does not mend: a place that has refused us, or for which no channel is named, and how much waits there. */
  unmended: { facts: TroubleFacts; waiting: number }[];
}

/** Tries again what was given up, and ends all waiting. What only a person can mend is said with what waits for it. */
export function retryFailedMessages(ctx: Context): Promise<Retry> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const troubles = await listTroubles(tx);
    const retried = await retryFailed(tx, now);
    const fetched = await retryFetches(tx, now);
    const unmended: Retry['unmended'] = [];
    for (const { facts } of troubles) {
      const target = targetRefused(facts);
      const waiting = target === null ? 0 : await countWaitingFor(tx, target);
      if (waiting > 0) unmended.push({ facts, waiting });
    }
    return { retried, fetched, unmended };
  });
}

function targetRefused(facts: TroubleFacts): string | null {
  if (facts.code === 'destination_refused') return facts.target;
  return facts.code === 'no_channel' ? unnamed(facts.place) : null;
}
