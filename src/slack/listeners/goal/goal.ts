/** `/tango goals`: proposed in a modal, signed or declined by the other side, on the post, in Home or in the list. */
import type { ModalView } from '@slack/types';
import { parsePeriod } from '../../../domain/goal/period.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { sayGoal } from '../../../sentences/en/goal.ts';
import { sayPeriod } from '../../../sentences/en/period.ts';
import { browseGoals } from '../../../usecases/goal/browse-goals.ts';
import { declineGoal, loadGoal, withdrawGoal } from '../../../usecases/goal/end-goal.ts';
import { prepareGoal, proposeGoal } from '../../../usecases/goal/propose-goal.ts';
import { signGoal } from '../../../usecases/goal/sign-goal.ts';
import {
  GOAL,
  GOAL_FIELD,
  GOAL_MODAL,
  goalAmountField,
  goalKey,
  goalsPage,
  noKey,
  parseGoalKind,
} from '../../action-ids.ts';
import { goalFormModal } from '../../views/goal/goal-form-modal.ts';
import { goalListModal, PAST_SHOWN } from '../../views/goal/goal-list-modal.ts';
import { declineModal } from '../../views/team/signing.ts';
import type { Click } from '../edge/click.ts';
import type { Command } from '../edge/command.ts';
import type { FilledForm } from '../edge/form.ts';
import { chosen, type FormValues, typed } from '../edge/form-values.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { Listeners } from '../edge/table.ts';

const goalForm = onForm({
  callbackId: GOAL_MODAL.form,
  key: noKey,
  submit: submitGoal,
  scene: ({ ctx }, { person, values }) =>
    prepareGoal(ctx, person, { kind: kindIn(values), period: periodIn(values) }),
  draw: (scene, { notice }) => goalFormModal({ ...scene, notice }),
  blockOf: (field, { values }) => (field === 'amount' ? goalAmountField(kindIn(values)) : field),
  redrawnBy: GOAL_FIELD.kind,
});

const declineForm = onForm({
  callbackId: GOAL_MODAL.decline,
  key: goalKey,
  submit: async ({ ctx }, { person, key: id, values }): Promise<void> => {
    await declineGoal(ctx, { id, person, reason: typed(values, GOAL_FIELD.reason) });
  },
  scene: ({ ctx }, { person, key: id }) => loadGoal(ctx, { id, person }),
  draw: (goal, { notice }) => drawDecline(goal, notice),
});

export const GOAL_LISTENERS: Listeners = {
  membersOnly: true,
  clicks: {
    [GOAL.open]: openGoals,
    [GOAL.propose]: onPropose,
    [GOAL.sign]: onSign,
    [GOAL.decline]: onDecline,
    [GOAL.withdraw]: onWithdraw,
    [GOAL.pageBack]: turnList,
    [GOAL.pageOn]: turnList,
  },
  forms: [goalForm, declineForm],
  lists: [{ callbackId: GOAL_MODAL.list, turnedBy: [GOAL.pageBack, GOAL.pageOn], draw: drawList }],
};

/** By command, from the settings or from Home. */
export async function openGoals(
  deps: ListenerDeps,
  { person, triggerId }: Pick<Command, 'person' | 'triggerId'>,
): Promise<void> {
  await deps.slack.openView(triggerId, await drawList(deps, person, ''));
}

async function drawList({ ctx }: ListenerDeps, person: PersonId, text: string): Promise<ModalView> {
  const page = goalsPage.decode(text);
  const load = (number: number) =>
    browseGoals(ctx, { person, offset: number * PAST_SHOWN, limit: PAST_SHOWN });
  const found = await load(page);
  if (found.past.length > 0 || page === 0) return goalListModal(found, page);
  const last = Math.max(0, Math.ceil(found.pastCount / PAST_SHOWN) - 1);
  return goalListModal(await load(last), last);
}

async function turnList(deps: ListenerDeps, { person, value = '', modal }: Click): Promise<void> {
  if (modal) await deps.slack.updateView(modal.id, await drawList(deps, person, value));
}

async function onPropose({ ctx, slack }: ListenerDeps, { person, triggerId }: Click): Promise<void> {
  const scene = await prepareGoal(ctx, person, { kind: 'qualified', period: null });
  await slack.openView(triggerId, goalFormModal(scene));
}

async function submitGoal({ ctx }: ListenerDeps, { person, values }: FilledForm<null>): Promise<void> {
  const kind = kindIn(values);
  const period = parsePeriod(chosen(values, GOAL_FIELD.period) ?? '');
  await proposeGoal(ctx, { person, kind, period, amount: typed(values, goalAmountField(kind)) });
}

function kindIn(values: FormValues) {
  return parseGoalKind(chosen(values, GOAL_FIELD.kind));
}

function periodIn(values: FormValues) {
  const text = chosen(values, GOAL_FIELD.period);
  return text === null ? null : parsePeriod(text);
}

async function onSign({ ctx }: ListenerDeps, { person, value = '' }: Click): Promise<void> {
  await signGoal(ctx, { id: goalKey.decode(value), person });
}

async function onDecline(
  { ctx, slack }: ListenerDeps,
  { person, value = '', triggerId }: Click,
): Promise<void> {
  const goal = await loadGoal(ctx, { id: goalKey.decode(value), person });
  await slack.openView(triggerId, drawDecline(goal));
}

function drawDecline(goal: Awaited<ReturnType<typeof loadGoal>>, notice?: string): ModalView {
  return declineModal({
    callbackId: GOAL_MODAL.decline,
    privateMetadata: goalKey.encode(goal.id),
    what: `*${sayGoal(goal)}* in ${sayPeriod(goal.period)}`,
    field: GOAL_FIELD.reason,
    notice,
  });
}

async function onWithdraw({ ctx }: ListenerDeps, { person, value = '' }: Click): Promise<void> {
  await withdrawGoal(ctx, { id: goalKey.decode(value), person });
}
