import { DAY } from '../domain/time/duration.ts';
import { forgetFinished } from '../store/outbox.ts';
import { forgetOldTroubles } from '../store/trouble.ts';
import type { Context } from './context.ts';

const KEPT_DAYS = 30;

/** Drops what was said more than a month ago from the outbox, and troubles that were told yesterday; returns how many messages. */
export function forgetOldMessages(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await forgetOldTroubles(tx, now - DAY);
    return forgetFinished(tx, now - KEPT_DAYS * DAY);
  });
}
