import { withNextHours } from '../../domain/team/own-time.ts';
import { dayFor } from '../../domain/team/person.ts';
import { listHoursToCome, updateOwnTime } from '../../store/team/person.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

/** What people have said of their hours holds once the next day has begun for them. Returns for how many it did. */
export function applyOwnHours(ctx: Context): Promise<number> {
  return perform(ctx, 'tango', async ({ tx, now, settings }) => {
    let applied = 0;
    for (const person of await listHoursToCome(tx)) {
      const own = withNextHours(person, dayFor(person.id, settings, now));
      if (own === person) continue;
      await updateOwnTime(tx, person.id, own, now);
      applied += 1;
    }
    return applied;
  });
}
