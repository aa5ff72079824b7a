import { type Profile, upsertProfile } from '../../store/team/person.ts';
import type { Context } from '../context.ts';

/** Slack tells that somebody has changed. What is kept is only of people who have to do with leads. */
export function updatePerson(ctx: Context, profile: Profile): Promise<void> {
  const now = ctx.clock.now();
  return ctx.db.transaction((tx) => upsertProfile(tx, profile, now));
}
