/** Telling a story: for a request, of a lead that was won, or once more after a question. */
import type { StoryAbout } from '../../../domain/story/about.ts';
import { draftStory } from '../../../usecases/story/draft-story.ts';
import { loadTelling } from '../../../usecases/story/load-telling.ts';
import { tellStory } from '../../../usecases/story/tell-story.ts';
import { parseLeadId, parseRequestId, parseStoryId, STORY_MODAL, storyAboutKey } from '../../action-ids.ts';
import { storyModal } from '../../views/story/story-modal.ts';
import type { Click } from '../edge/click.ts';
import type { FilledForm } from '../edge/form.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import { readStory } from './read-story-form.ts';

export function onTellForRequest(deps: ListenerDeps, click: Click): Promise<void> {
  return open(deps, click, { kind: 'request', id: parseRequestId(click.value) });
}

export function onTellOfLead(deps: ListenerDeps, click: Click): Promise<void> {
  return open(deps, click, { kind: 'lead', id: parseLeadId(click.value) });
}

export function onTellMore(deps: ListenerDeps, click: Click): Promise<void> {
  return open(deps, click, { kind: 'story', id: parseStoryId(click.value) });
}

export const tellForm = onForm({
  callbackId: STORY_MODAL.tell,
  key: storyAboutKey,
  submit,
  scene: ({ ctx }, { key: about }) => loadTelling(ctx, about),
  draw: (telling, { notice }) => storyModal({ ...telling, notice }),
});

async function open(
  { ctx, slack }: ListenerDeps,
  { person, triggerId }: Click,
  about: StoryAbout,
): Promise<void> {
  await slack.openView(triggerId, storyModal(await draftStory(ctx, { about, person })));
}

async function submit(
  { ctx }: ListenerDeps,
  { person, viewId, key: about, values }: FilledForm<StoryAbout>,
): Promise<void> {
  await tellStory(ctx, { submission: viewId, person, about, telling: readStory(values) });
}
