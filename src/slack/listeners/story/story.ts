/** Telling a story, and what marketing does with it. */
import type { App, ViewResponseAction } from '@slack/bolt';
import type { StoryAbout } from '../../../domain/story/about.ts';
import { decideStory, loadDecisionScene, prepareDecision } from '../../../usecases/story/decide-story.ts';
import { draftStory } from '../../../usecases/story/draft-story.ts';
import { tellStory } from '../../../usecases/story/tell-story.ts';
import { LEAD, parseLeadId, parseStoryId, STORY, STORY_MODAL, storyAbout } from '../../action-ids.ts';
import { type DecisionStep, storyDecisionModal } from '../../views/story/decision-modals.ts';
import { storyModal } from '../../views/story/story-modal.ts';
import { refusalResponse } from '../edge/form.ts';
import { type Click, type ListenerDeps, onClick, onSubmit, type Submission } from '../edge/listen.ts';
import { readClosing, readStory } from '../insight/insight-form.ts';

export function registerStory(app: App, deps: ListenerDeps): void {
  onClick(app, deps, LEAD.tellStory, onTellOfLead);
  onClick(app, deps, STORY.tellMore, onTellMore);
  onSubmit(app, deps, STORY_MODAL.tell, onTold);
  onClick(app, deps, STORY.accept, onAccept);
  onClick(app, deps, STORY.askBack, onAskBack);
  onClick(app, deps, STORY.decline, onDecline);
  onClick(app, deps, STORY.publish, onPublish);
  onSubmit(app, deps, STORY_MODAL.askBack, onAskedBack);
  onSubmit(app, deps, STORY_MODAL.decline, onDeclined);
  onSubmit(app, deps, STORY_MODAL.publish, onPublished);
}

function onTellOfLead(deps: ListenerDeps, click: Click): Promise<void> {
  return openTelling(deps, click, { kind: 'lead', id: parseLeadId(click.value) });
}

function onTellMore(deps: ListenerDeps, click: Click): Promise<void> {
  return openTelling(deps, click, { kind: 'story', id: parseStoryId(click.value) });
}

async function openTelling(
  { ctx, slack }: ListenerDeps,
  { person, triggerId }: Click,
  about: StoryAbout,
): Promise<void> {
  await slack.openView(triggerId, storyModal(await draftStory(ctx, { about, person })));
}

async function onTold(
  { ctx }: ListenerDeps,
  { person, viewId, privateMetadata, values }: Submission,
): Promise<ViewResponseAction | null> {
  const about = storyAbout.decode(privateMetadata);
  try {
    await tellStory(ctx, { submission: viewId, person, about, telling: readStory(values) });
    return null;
  } catch (refusal) {
    const bare = { about, request: null, question: null, facts: {} };
    return refusalResponse(refusal, { values, again: (notice) => storyModal({ ...bare, notice }) });
  }
}

async function onAccept({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  await decideStory(ctx, { storyId: parseStoryId(value), person, decision: { kind: 'accepted' } });
}

function onAskBack(deps: ListenerDeps, click: Click): Promise<void> {
  return openClosing(deps, click, 'asked_back');
}

function onDecline(deps: ListenerDeps, click: Click): Promise<void> {
  return openClosing(deps, click, 'declined');
}

function onPublish(deps: ListenerDeps, click: Click): Promise<void> {
  return openClosing(deps, click, 'published');
}

async function openClosing(
  { ctx, slack }: ListenerDeps,
  { person, value, triggerId }: Click,
  kind: DecisionStep,
): Promise<void> {
  const scene = await prepareDecision(ctx, { storyId: parseStoryId(value), person, kind });
  await slack.openView(triggerId, storyDecisionModal(scene, kind));
}

function onAskedBack(deps: ListenerDeps, submission: Submission): Promise<ViewResponseAction | null> {
  return submitClosing(deps, submission, 'asked_back');
}

function onDeclined(deps: ListenerDeps, submission: Submission): Promise<ViewResponseAction | null> {
  return submitClosing(deps, submission, 'declined');
}

function onPublished(deps: ListenerDeps, submission: Submission): Promise<ViewResponseAction | null> {
  return submitClosing(deps, submission, 'published');
}

async function submitClosing(
  { ctx }: ListenerDeps,
  { person, privateMetadata, values }: Submission,
  step: DecisionStep,
): Promise<ViewResponseAction | null> {
  const storyId = parseStoryId(privateMetadata);
  try {
    await decideStory(ctx, { storyId, person, decision: readClosing(values, step) });
    return null;
  } catch (refusal) {
    const scene = await loadDecisionScene(ctx, storyId);
    return refusalResponse(refusal, { values, again: (notice) => storyDecisionModal(scene, step, notice) });
  }
}
