import { refuse } from '../../domain/refusals.ts';
import type { StoryAbout } from '../../domain/story/about.ts';
import type { StoryId } from '../../domain/story/story.ts';
import { findRequest } from '../../store/insight/request.ts';
import { findLatestStoryStep, findStory } from '../../store/story/story.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import type { StoryDraft } from './draft-story.ts';

/** For a form that is open already, whatever has become of what it is about: what is typed into it must not be lost. */
export function loadTelling(ctx: Context, about: StoryAbout): Promise<StoryDraft> {
  return perform(ctx, 'tango', async ({ tx }) => {
    if (about.kind === 'story') return ofStory(tx, about.id);
    const request = about.kind === 'request' ? await findRequest(tx, about.id) : null;
    return { about, request, question: null, facts: {} };
  });
}

async function ofStory(tx: Tx, id: StoryId): Promise<StoryDraft> {
  const story = await findStory(tx, id);
  if (!story) throw refuse('story_not_found');
  const request = story.requestId ? await findRequest(tx, story.requestId) : null;
  const latest = await findLatestStoryStep(tx, id);
  const question = latest?.kind === 'asked_back' ? latest.note : null;
  return { about: { kind: 'story', id }, request, question, facts: story };
}
