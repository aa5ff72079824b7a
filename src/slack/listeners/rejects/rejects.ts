/** What was rejected of a campaign: all of it, and the answer. */
import type { ModalView } from '@slack/types';
import type { PersonId } from '../../../domain/team/actor.ts';
import {
  answerRejects,
  correctRejectsAnswer,
  listAnswers,
  loadAnswer,
  prepareAnswer,
  withdrawAnswer,
} from '../../../usecases/rejects/answer-rejects.ts';
import { loadRejects } from '../../../usecases/rejects/load-rejects.ts';
import {
  type AnswerKey,
  answerKey,
  parseRejectsId,
  REJECTS,
  REJECTS_MODAL,
  rejectsPage,
} from '../../action-ids.ts';
import { allRejectsModal } from '../../views/rejects/all-rejects-modal.ts';
import { answerModal } from '../../views/rejects/answer-modal.ts';
import { answersModal } from '../../views/rejects/answers-modal.ts';
import type { Click } from '../edge/click.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { type FormListener, onForm } from '../edge/on-form.ts';
import type { Listeners } from '../edge/table.ts';
import { readAnswer } from './read-answer-form.ts';

export const REJECTS_LISTENERS: Listeners = {
  clicks: {
    [REJECTS.all]: openAll,
    [REJECTS.pageBack]: turnPage,
    [REJECTS.pageOn]: turnPage,
    [REJECTS.changed]: (deps, click) => openAnswer(deps, click, 'changed'),
    [REJECTS.nothing]: (deps, click) => openAnswer(deps, click, 'nothing'),
    [REJECTS.correct]: (deps, click) => openAnswer(deps, click, 'correct'),
    [REJECTS.withdraw]: onWithdraw,
    [REJECTS.answers]: openAnswers,
  },
  forms: [answerForm()],
  lists: [
    { callbackId: REJECTS_MODAL.all, turnedBy: [REJECTS.pageBack, REJECTS.pageOn], draw: drawAll },
    { callbackId: REJECTS_MODAL.answers, draw: drawAnswers },
  ],
};

async function openAll(deps: ListenerDeps, { person, value = '', triggerId }: Click): Promise<void> {
  await deps.slack.openView(triggerId, await drawAll(deps, person, value));
}

async function turnPage(deps: ListenerDeps, { person, value = '', modal }: Click): Promise<void> {
  if (modal) await deps.slack.updateView(modal.id, await drawAll(deps, person, value));
}

async function drawAll({ ctx }: ListenerDeps, person: PersonId, key: string): Promise<ModalView> {
  const { rejectsId: id, page } = rejectsPage.decode(key);
  return allRejectsModal(await loadRejects(ctx, { id, person, page }));
}

async function openAnswers(deps: ListenerDeps, { triggerId }: Click): Promise<void> {
  await deps.slack.openView(triggerId, await drawAnswers(deps));
}

async function drawAnswers({ ctx }: ListenerDeps): Promise<ModalView> {
  return answersModal(await listAnswers(ctx));
}

async function openAnswer(
  { ctx, slack }: ListenerDeps,
  { person, value, triggerId }: Click,
  step: AnswerKey['step'],
): Promise<void> {
  const id = parseRejectsId(value);
  const summed = await prepareAnswer(ctx, { id, person, step: step === 'correct' ? 'correct' : 'answer' });
  await slack.openView(triggerId, answerModal(summed, step));
}

async function onWithdraw({ ctx }: ListenerDeps, { person, value }: Click): Promise<void> {
  await withdrawAnswer(ctx, { id: parseRejectsId(value), person });
}

function answerForm(): FormListener {
  return onForm({
    callbackId: REJECTS_MODAL.answer,
    key: answerKey,
    submit: ({ ctx }, { person, key: { rejectsId: id, step }, values }) => {
      const told = { id, person, given: readAnswer(values, step) };
      return step === 'correct' ? correctRejectsAnswer(ctx, told) : answerRejects(ctx, told);
    },
    scene: ({ ctx }, { key }) => loadAnswer(ctx, key.rejectsId),
    draw: (summed, { key, notice }) => answerModal(summed, key.step, notice),
  });
}
