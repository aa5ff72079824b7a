import { DAY } from '../../domain/time/duration.ts';
import { deleteOldKeys } from '../../store/delivery/idempotency.ts';
import type { Context } from '../context.ts';

/** Nobody repeats a call after so long. */
const KEPT = 30 * DAY;

/** Drops idempotency keys that have served; returns how many. */
export function forgetDeliveries(ctx: Context): Promise<number> {
  const before = ctx.clock.now() - KEPT;
  return ctx.db.transaction((tx) => deleteOldKeys(tx, before));
}
