import { personHome } from '../../domain/announcements/team.ts';
import { KEPT_CURRENT_FOR } from '../../domain/home.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { findRecentVisitors, recordHomeVisit } from '../../store/home/home-visit.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';

/** Somebody visits their Home: it is drawn for them, and kept up to date from now on. */
export function visitHome(ctx: Context, person: PersonId): Promise<void> {
  return perform(ctx, person, async ({ tx, now, announce }) => {
    await recordHomeVisit(tx, person, now);
    await announce(personHome(person));
  });
}

/**
 * Something has changed that these people's Homes show. One read where none of them has looked lately; ten quick changes cost one
 * drawing. The visitors come in the order of their ids, so that two who announce to several never wait for each other.
 */
export async function announceHomes(
  { tx, now, announce }: Work,
  people: readonly (PersonId | null)[],
): Promise<void> {
  const named = [...new Set(people)].filter((person) => person !== null);
  const visitors = await findRecentVisitors(tx, named, now - KEPT_CURRENT_FOR);
  await announce(...visitors.map(personHome));
}
