/** What the promises of before are made from, and what is written of them. */
import type { LeadId } from '../../domain/lead/lead.ts';
import type { TeamPromise } from '../../domain/promise/promise.ts';
import type { RequestHistory } from '../../domain/promise/replay.ts';
import { listRequests } from '../insight/request.ts';
import { touchWeeksOf } from '../scorecard/touched.ts';
import { listStories, listStorySteps } from '../story/story.ts';
import type { Tx } from '../transaction.ts';
import { listPromises, writePromises } from './promise.ts';

/** In the order of their ids; an old lead out of a file that nobody has touched has no promises. */
export async function findLeadIdsToFill(
  tx: Tx,
  { after, limit }: { after: LeadId | null; limit: number },
): Promise<LeadId[]> {
  let query = tx.sql
    .selectFrom('lead')
    .select('id')
    .where((eb) => eb.or([eb('cardChannel', 'is not', null), eb('state', '!=', 'new')]));
  if (after !== null) query = query.where('id', '>', after);
  const rows = await query.orderBy('id').limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** Those that no move has written since. */
export async function insertMissingPromises(tx: Tx, promises: readonly TeamPromise[]): Promise<void> {
  await touchWeeksOf(tx, [...new Set(promises.map(({ about }) => about as LeadId))]);
  for (const about of new Set(promises.map((promise) => promise.about))) {
    const known = await listPromises(tx, about);
    const isKnown = ({ kind, startMove }: TeamPromise) =>
      known.some((row) => row.kind === kind && row.startMove === startMove);
    await writePromises(
      tx,
      promises.filter((promise) => promise.about === about && !isKnown(promise)),
    );
  }
}

/** Each request with the stories that were told for it, and then each story that nobody asked for. */
export async function findStoryHistories(tx: Tx): Promise<RequestHistory[]> {
  const stories: RequestHistory['stories'][number][] = [];
  for (const story of await listStories(tx))
    stories.push({ story, steps: await listStorySteps(tx, story.id) });
  const requests = await listRequests(tx);
  return [
    ...requests.map((request) => ({
      request,
      stories: stories.filter(({ story }) => story.requestId === request.id),
    })),
    ...stories
      .filter(({ story }) => story.requestId === null)
      .map((told) => ({ request: null, stories: [told] })),
  ];
}
