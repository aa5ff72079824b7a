/** A database with so many leads, `open` of them open and with cards, the others out of a file of the three years before; opened as the bot opens it. */
import type { Lead } from '../../src/domain/lead/lead.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { Database } from '../../src/store/database.ts';
import type { RowOptions } from './row.ts';
import { type BenchContext, benchContext, oldLead, openLead, store } from './stored-leads.ts';

const AT_ONCE = 10_000;

export async function stored(
  { databases }: RowOptions,
  { open, all }: { open: number; all: number },
): Promise<BenchContext> {
  const url = await databases.next();
  const ctx = await benchContext(url);
  const leadOf = (n: number): Lead => (n < open ? openLead(ctx, n, ownerOf(n)) : oldLead(ctx, n));
  for (let from = 0; from < all; from += AT_ONCE) {
    const length = Math.min(AT_ONCE, all - from);
    await store(
      ctx,
      Array.from({ length }, (_, index) => leadOf(from + index)),
    );
  }
  await ctx.db.close();
  // As the bot opens it, with whatever it does for its plans.
  return { ...ctx, db: await Database.openForBot(url) };
}

function ownerOf(n: number): PersonId {
  return `U_REP${Math.floor(n / 10) % 10}` as PersonId;
}
