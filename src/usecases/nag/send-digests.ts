import type { PersonId } from '../../domain/team/actor.ts';
import { dayFor, isAtWork } from '../../domain/team/person.ts';
import { findAwaited, updateReceipts } from '../../store/nag/receipt.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';

/** What waits for people who are at work now goes into their message of the day. Returns how many people have news. */
export async function sendDigests(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const awaited = await ctx.db.transaction(findAwaited);
  let told = 0;
  for (const person of awaited) told += await tell(ctx, person, now);
  return told;
}

function tell(ctx: Context, person: PersonId, now: number): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const settings = await loadSettings(tx);
    if (!isAtWork(person, settings, now)) return 0;
    const day = dayFor(person, settings, now);
    const hows = await updateReceipts(tx, person, day);
    for (const how of hows) {
      const kind = how === 'manager' ? 'manager_digest' : 'nag_digest';
      const digest = { kind, ref: `${person}/${day}`, target: person } as const;
      await enqueue(tx, digest, { id: ctx.newId('outbox'), now });
    }
    return hows.size > 0 ? 1 : 0;
  });
}
