import { DAY } from '../domain/duration.ts';
import { forgetFinished } from '../store/outbox.ts';
import type { Context } from './context.ts';

const KEPT_DAYS = 30;

/** Drops what was said more than a month ago from the outbox; returns how many rows. */
export function forgetOldMessages(ctx: Context): Promise<number> {
  const before = ctx.clock.now() - KEPT_DAYS * DAY;
  return ctx.db.transaction((tx) => forgetFinished(tx, before));
}
