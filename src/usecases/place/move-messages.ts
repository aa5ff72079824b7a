import { kindsAt } from '../../domain/announcement.ts';
import { PLACES, type PlaceName, targetOf, targetsOf } from '../../domain/team/place.ts';
import { isUnsettled, redirectWaiting } from '../../store/outbox/repost.ts';
import { findAppliedRules, recordAppliedRules } from '../../store/team/applied-rules.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { moveCards } from './move-cards.ts';
import { moveRequests, moveReturned, moveStories } from './move-posts.ts';

/**
 * Once another channel was chosen for a place, what stands in the old one and still asks somebody for something is posted in the new one, and
 * the old message says so. Costs one read as long as nothing has changed; broken off half-way it goes on. Returns how many messages.
 */
export async function moveMessages(ctx: Context): Promise<number> {
  const changes = await perform(ctx, 'tango', findChanges);
  if (changes.length === 0) return 0;
  let moved = 0;
  for (const { place } of changes) moved += await MOVES[place](ctx);
  await perform(ctx, 'tango', (work) => recordPlaces(work, changes));
  return moved;
}

const MOVES: Record<PlaceName, (ctx: Context) => Promise<number>> = {
  leads: moveCards,
  field: moveRequests,
  marketing: async (ctx) => (await moveStories(ctx)) + (await moveReturned(ctx)),
  scorecard: async () => 0,
};

interface Change {
  place: PlaceName;
  from: string;
  to: string;
}

type Applied = Partial<Record<PlaceName, string>>;

async function findChanges({ tx, settings, now }: Work): Promise<Change[]> {
  const applied = await findAppliedRules(tx, 'places_followed');
  if (applied === null) {
    await recordAppliedRules(tx, 'places_followed', { rules: JSON.stringify(targetsOf(settings)), now });
    return [];
  }
  const before: Applied = JSON.parse(applied);
  return PLACES.flatMap((place) => {
    const [from, to] = [before[place] ?? '', targetOf(settings, place)];
    return from === to ? [] : [{ place, from, to }];
  });
}

/** What was in doubt, or under way, when the channel changed may have been posted there meanwhile: then all is looked at once more. */
async function recordPlaces({ tx, now }: Work, changes: readonly Change[]): Promise<void> {
  const applied: Applied = JSON.parse((await findAppliedRules(tx, 'places_followed')) ?? '{}');
  for (const { place, from, to } of changes) {
    const kinds = kindsAt(place);
    await redirectWaiting(tx, { from, to, kinds });
    if (!(await isUnsettled(tx, from, kinds))) applied[place] = to;
  }
  await recordAppliedRules(tx, 'places_followed', { rules: JSON.stringify(applied), now });
}
