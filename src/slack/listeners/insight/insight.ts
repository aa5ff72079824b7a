/** `/insight`, and what the field answers to a request: on its post and in direct messages. */
import type { App, ViewResponseAction } from '@slack/bolt';
import { answerRequest, loadRequest, prepareAnswer } from '../../../usecases/insight/answer-request.ts';
import { askField, draftRequest } from '../../../usecases/insight/ask-field.ts';
import { draftStory } from '../../../usecases/story/draft-story.ts';
import { COMMAND, INSIGHT, INSIGHT_MODAL, parseRequestId } from '../../action-ids.ts';
import { insightAskModal } from '../../views/insight/insight-ask-modal.ts';
import { insightKnowsWhoModal } from '../../views/insight/insight-knows-who-modal.ts';
import { storyModal } from '../../views/story/story-modal.ts';
import { refusalResponse } from '../edge/form.ts';
import {
  type Click,
  type Command,
  type ListenerDeps,
  onClick,
  onCommand,
  onSubmit,
  type Submission,
} from '../edge/listen.ts';
import { readAsk, readKnowsWho } from './insight-form.ts';

export function registerInsight(app: App, deps: ListenerDeps): void {
  onCommand(app, deps, COMMAND.insight, onInsight);
  onSubmit(app, deps, INSIGHT_MODAL.ask, onAskSubmitted);
  onClick(app, deps, INSIGHT.tell, onTell);
  onClick(app, deps, INSIGHT.knowsWho, onKnowsWho);
  onClick(app, deps, INSIGHT.cannotHelp, onCannotHelp);
  onSubmit(app, deps, INSIGHT_MODAL.knowsWho, onKnowsWhoSubmitted);
}

/** Words that will mean something of their own, so they are not taken for a topic. */
const RESERVED = /^(find|need)\b/i;

async function onInsight({ ctx, slack }: ListenerDeps, { text, triggerId, whisper }: Command): Promise<void> {
  if (RESERVED.test(text)) {
    const hint =
      '`/insight case study about hotels` asks the field. Finding stories and asking marketing come later.';
    await whisper({ text: hint });
    return;
  }
  await slack.openView(triggerId, insightAskModal(await draftRequest(ctx, text)));
}

async function onAskSubmitted(
  { ctx }: ListenerDeps,
  { person, viewId, values }: Submission,
): Promise<ViewResponseAction | null> {
  try {
    await askField(ctx, { submission: viewId, person, asking: readAsk(values) });
    return null;
  } catch (refusal) {
    const draft = await draftRequest(ctx, '');
    return refusalResponse(refusal, { values, again: () => insightAskModal(draft) });
  }
}

async function onTell({ ctx, slack }: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  const about = { kind: 'request', id: parseRequestId(value) } as const;
  await slack.openView(triggerId, storyModal(await draftStory(ctx, { about, person })));
}

async function onKnowsWho({ ctx, slack }: ListenerDeps, { value, triggerId }: Click): Promise<void> {
  const request = await prepareAnswer(ctx, parseRequestId(value));
  await slack.openView(triggerId, insightKnowsWhoModal(request));
}

async function onCannotHelp({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  const requestId = parseRequestId(value);
  await answerRequest(ctx, { requestId, person, answer: { kind: 'cannot_help' } });
}

async function onKnowsWhoSubmitted(
  { ctx }: ListenerDeps,
  { person, privateMetadata, values }: Submission,
): Promise<ViewResponseAction | null> {
  const requestId = parseRequestId(privateMetadata);
  try {
    await answerRequest(ctx, { requestId, person, answer: { kind: 'knows_who', ...readKnowsWho(values) } });
    return null;
  } catch (refusal) {
    const request = await loadRequest(ctx, requestId);
    return refusalResponse(refusal, {
      values,
      again: (notice) => insightKnowsWhoModal(request, notice),
    });
  }
}
