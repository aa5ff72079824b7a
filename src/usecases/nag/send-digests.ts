import { nagDigest } from '../../domain/announcements/team.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayFor, isAtWork } from '../../domain/team/person.ts';
import { findAwaited, updateReceipts } from '../../store/nag/receipt.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

/** What waits for people who are at work now goes into their message of the day. Returns how many people have news. */
export async function sendDigests(ctx: Context): Promise<number> {
  const awaited = await ctx.db.transaction(findAwaited);
  let told = 0;
  for (const person of awaited) told += await tell(ctx, person);
  return told;
}

function tell(ctx: Context, person: PersonId): Promise<number> {
  return perform(ctx, 'tango', async ({ tx, now, settings, announce }) => {
    if (!isAtWork(person, settings, now)) return 0;
    const day = dayFor(person, settings, now);
    const channels = [...(await updateReceipts(tx, person, day))];
    await announce(
      ...channels.map((channel) =>
        nagDigest(channel === 'manager' ? 'manager_digest' : 'nag_digest', person, day),
      ),
    );
    return channels.length > 0 ? 1 : 0;
  });
}
