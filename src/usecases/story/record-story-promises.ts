import { promisesAfterStoryMove, type StoryMoved } from '../../domain/promise/story-promises.ts';
import { findRunningPromises, writePromises } from '../../store/promise/promise.ts';
import { correctNags } from '../nag/correct-nags.ts';
import type { Work } from '../work.ts';

/** What the field owes for the request, and marketing for the story, once this has happened. */
export async function recordStoryPromises(work: Work, moved: Omit<StoryMoved, 'at'>): Promise<void> {
  const { tx, now } = work;
  const abouts = [moved.story?.id, moved.request?.id].filter((id) => id !== undefined);
  const rows = [];
  for (const about of abouts) rows.push(...(await findRunningPromises(tx, about)));
  const changed = promisesAfterStoryMove(rows, { ...moved, at: now }, work);
  await writePromises(tx, changed, rows);
  await correctNags(work, rows, changed);
}
