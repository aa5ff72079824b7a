import { findDelivered } from '../../store/lead/delivered.ts';
import type { Context } from '../context.ts';

/** Those under which a lead came, from whatever source. */
export async function findKnownIds(ctx: Context, externalIds: readonly string[]): Promise<Set<string>> {
  if (externalIds.length === 0) return new Set();
  const found = await ctx.db.transaction((tx) => findDelivered(tx, externalIds));
  return new Set(found.map(({ asked }) => asked));
}
