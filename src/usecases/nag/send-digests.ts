import type { PersonId } from '../../domain/team/actor.ts';
import { dayFor, isAtWork } from '../../domain/team/person.ts';
import { findAwaited, updateReceipts } from '../../store/nag/receipt.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import { announceToday, nagDaily } from './daily-messages.ts';

/** What waits for people who are at work now goes into their message of the day. Returns how many people have news. */
export async function sendDigests(ctx: Context): Promise<number> {
  const awaited = await ctx.db.transaction(findAwaited);
  let told = 0;
  for (const person of awaited) told += await tell(ctx, person);
  return told;
}

function tell(ctx: Context, person: PersonId): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const { tx, now, settings } = work;
    if (!isAtWork(person, settings, now)) return 0;
    const day = dayFor(person, settings, now);
    const channels = await updateReceipts(tx, person, day);
    if (!channels.has('digest')) return 0;
    await announceToday(work, nagDaily(person, work));
    return 1;
  });
}
