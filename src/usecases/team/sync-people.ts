import type { PersonId } from '../../domain/team/actor.ts';
import { DAY } from '../../domain/time/duration.ts';
import {
  findPeopleToSync,
  findUnknownOwners,
  insertPeople,
  type Profile,
  recordUnknown,
  upsertProfile,
} from '../../store/team/person.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

/** Asks Slack about one person; null: Slack does not know them. Throws when Slack cannot be asked now. */
export type LookUpPerson = (id: PersonId) => Promise<Profile | null>;

/** A fifth of what Slack allows in a minute: other calls need their share. */
const BATCH = 20;
/** Slack tells of changes; what was told while nobody listened is caught up with by then. */
const STALE_AFTER_MS = DAY;

/**
 * Asks Slack about people seen for the first time and about those it was not asked about for a day. The rest waits for the next run;
 * so it does when Slack stops answering, which is thrown. Returns how many were asked about.
 */
export async function syncPeople(ctx: Context, lookUp: LookUpPerson): Promise<number> {
  const due = await peopleDue(ctx);
  for (const id of due) {
    const profile = await lookUp(id);
    const now = ctx.clock.now();
    await ctx.db.transaction((tx) =>
      profile ? upsertProfile(tx, profile, now) : recordUnknown(tx, id, now),
    );
  }
  return due.length;
}

function peopleDue(ctx: Context): Promise<PersonId[]> {
  return perform(ctx, 'tango', async ({ tx, now, settings }) => {
    const { managers, marketers, people } = settings;
    const named = [...managers, ...marketers, ...(await findUnknownOwners(tx, BATCH))];
    await insertPeople(
      tx,
      named.filter((id) => !people?.has(id)),
      now,
    );
    return findPeopleToSync(tx, now - STALE_AFTER_MS, BATCH);
  });
}
