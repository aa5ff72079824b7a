import { retryFailed } from '../../store/outbox/enqueue.ts';
import { listPauses, type Pause } from '../../store/outbox/pace.ts';
import { countByStatus, oldestWait } from '../../store/outbox/queue.ts';
import { listTroubles, type Trouble } from '../../store/outbox/trouble.ts';
import type { Context } from '../context.ts';

export interface OutboxState {
  counts: Record<string, number>;
  /** How long the oldest unsent message has waited, ms; null when none waits. */
  oldestWaitMs: number | null;
  troubles: Trouble[];
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
    pauses: await listPauses(tx, now),
  }));
}

/** Tries again what was given up, and ends all waiting; returns how many messages had been given up. */
export function retryFailedMessages(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  return ctx.db.transaction((tx) => retryFailed(tx, now));
}
