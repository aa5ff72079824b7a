import { DAY } from '../../domain/time/duration.ts';
import { deleteFinished } from '../../store/outbox/enqueue.ts';
import { deleteOldTroubles } from '../../store/outbox/trouble.ts';
import type { Context } from '../context.ts';

const KEPT_DAYS = 30;

/** Drops what was said more than a month ago from the outbox, and troubles that were told yesterday; returns how many messages. */
export function forgetOldMessages(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await deleteOldTroubles(tx, now - DAY);
    return deleteFinished(tx, now - KEPT_DAYS * DAY);
  });
}
