/** `/insight`, and what the field answers to a request: on its post and in direct messages. */
import type { InsightRequestId } from '../../../domain/insight/insight-request.ts';
import { answerRequest, loadRequest, prepareAnswer } from '../../../usecases/insight/answer-request.ts';
import { askField, draftRequest, draftRequestFor } from '../../../usecases/insight/ask-field.ts';
import {
  COMMAND,
  INSIGHT,
  INSIGHT_MODAL,
  noKey,
  parseAskFor,
  parseRequestId,
  requestKey,
  WIN,
} from '../../action-ids.ts';
import { insightAskModal } from '../../views/insight/insight-ask-modal.ts';
import { insightKnowsWhoModal } from '../../views/insight/insight-knows-who-modal.ts';
import type { Click } from '../edge/click.ts';
import type { Command } from '../edge/command.ts';
import type { FilledForm } from '../edge/form.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { Listeners } from '../edge/table.ts';
import { readAsk, readKnowsWho } from './read-insight-form.ts';

const askForm = onForm({
  callbackId: INSIGHT_MODAL.ask,
  key: noKey,
  submit: submitAsk,
  scene: ({ ctx }) => draftRequest(ctx, ''),
  draw: (draft, { notice }) => insightAskModal({ ...draft, notice }),
});

const knowsWhoForm = onForm({
  callbackId: INSIGHT_MODAL.knowsWho,
  key: requestKey,
  submit: submitKnowsWho,
  scene: ({ ctx }, { key }) => loadRequest(ctx, key),
  draw: (request, { notice }) => insightKnowsWhoModal(request, notice),
});

export const INSIGHT_LISTENERS: Listeners = {
  commands: { [COMMAND.insight]: onInsight },
  clicks: { [INSIGHT.knowsWho]: openKnowsWho, [INSIGHT.cannotHelp]: onCannotHelp, [WIN.askFor]: openAskFor },
  forms: [askForm, knowsWhoForm],
};

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

async function submitAsk({ ctx }: ListenerDeps, { person, viewId, values }: FilledForm<null>): Promise<void> {
  await askField(ctx, { submission: viewId, person, asking: readAsk(values) });
}

async function openAskFor({ ctx, slack }: ListenerDeps, { person, value, triggerId }: Click): Promise<void> {
  const draft = await draftRequestFor(ctx, { ...parseAskFor(value), person });
  await slack.openView(triggerId, insightAskModal(draft));
}

async function openKnowsWho({ ctx, slack }: ListenerDeps, { value, triggerId }: Click): Promise<void> {
  const request = await prepareAnswer(ctx, parseRequestId(value));
  await slack.openView(triggerId, insightKnowsWhoModal(request));
}

async function submitKnowsWho(
  { ctx }: ListenerDeps,
  { person, key: requestId, values }: FilledForm<InsightRequestId>,
): Promise<void> {
  await answerRequest(ctx, { requestId, person, answer: { kind: 'knows_who', ...readKnowsWho(values) } });
}

async function onCannotHelp({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  const requestId = parseRequestId(value);
  await answerRequest(ctx, { requestId, person, answer: { kind: 'cannot_help' } });
}
