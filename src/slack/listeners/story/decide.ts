/** What marketing does with a story: takes it at once, or asks back, declines and publishes it through a form. */
import { decideStory, loadDecisionScene, prepareDecision } from '../../../usecases/story/decide-story.ts';
import { parseStoryId, STORY_MODAL, storyKey } from '../../action-ids.ts';
import { type DecisionStep, storyDecisionModal } from '../../views/story/decision-modals.ts';
import type { Click } from '../edge/click.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { type FormListener, onForm } from '../edge/on-form.ts';
import { readDecision } from './read-story-form.ts';

export async function onAccept({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  await decideStory(ctx, { storyId: parseStoryId(value), person, decision: { kind: 'accepted' } });
}

export function onAskBack(deps: ListenerDeps, click: Click): Promise<void> {
  return open(deps, click, 'asked_back');
}

export function onDecline(deps: ListenerDeps, click: Click): Promise<void> {
  return open(deps, click, 'declined');
}

export function onPublish(deps: ListenerDeps, click: Click): Promise<void> {
  return open(deps, click, 'published');
}

async function open(
  { ctx, slack }: ListenerDeps,
  { person, value, triggerId }: Click,
  step: DecisionStep,
): Promise<void> {
  const scene = await prepareDecision(ctx, { storyId: parseStoryId(value), person, kind: step });
  await slack.openView(triggerId, storyDecisionModal(scene, step));
}

export const askBackForm = decisionForm(STORY_MODAL.askBack, 'asked_back');

export const declineForm = decisionForm(STORY_MODAL.decline, 'declined');

export const publishForm = decisionForm(STORY_MODAL.publish, 'published');

function decisionForm(callbackId: string, step: DecisionStep): FormListener {
  return onForm({
    callbackId,
    key: storyKey,
    submit: ({ ctx }, { person, key: storyId, values }) =>
      decideStory(ctx, { storyId, person, decision: readDecision(values, step) }),
    scene: ({ ctx }, { key }) => loadDecisionScene(ctx, key),
    draw: (scene, { notice }) => storyDecisionModal(scene, step, notice),
  });
}
