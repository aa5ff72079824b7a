/** The list of reject reasons in the settings: each click changes it, and shows it as it is then. */
import type { App, ViewResponseAction } from '@slack/bolt';
import { z } from 'zod';
import { type NewReason, type ReasonWords, reasonIn } from '../../../domain/reject-reason/reason-list.ts';
import type { ReasonOutcome } from '../../../domain/reject-reason/reject-reason.ts';
import { assertMayManage } from '../../../domain/team/change-settings.ts';
import { AppError } from '../../../errors.ts';
import {
  editRejectReasons,
  loadRejectReasons,
  type ReasonEdit,
} from '../../../usecases/reject-reason/edit-reject-reasons.ts';
import { viewSettings } from '../../../usecases/team/load-settings.ts';
import { REASON, REASON_FIELD, REASON_MODAL, reasonMenuValue, SETTINGS } from '../../action-ids.ts';
import { addReasonModal, rewordReasonModal } from '../../views/reject-reason/reason-modal.ts';
import { reasonsModal } from '../../views/reject-reason/reasons-modal.ts';
import { checked } from '../edge/checked.ts';
import { chosen, type FormValues, refusalResponse, ticked, typed } from '../edge/form.ts';
import { type Click, type ListenerDeps, onClick, onSubmit, type Submission } from '../edge/listen.ts';

export function registerRejectReasons(app: App, deps: ListenerDeps): void {
  onClick(app, deps, SETTINGS.reasons, onReasons);
  onClick(app, deps, REASON.menu, onReasonMenu);
  onClick(app, deps, REASON.bringBack, onBringBack);
  onClick(app, deps, REASON.add, onAdd);
  onSubmit(app, deps, REASON_MODAL.add, onAdded);
  onSubmit(app, deps, REASON_MODAL.reword, onReworded);
}

async function onReasons({ ctx, slack }: ListenerDeps, { person, triggerId }: Click): Promise<void> {
  assertMayManage(await viewSettings(ctx), person);
  await slack.pushView(triggerId, reasonsModal(await loadRejectReasons(ctx)));
}

async function onReasonMenu(deps: ListenerDeps, click: Click): Promise<void> {
  const { choice, code } = reasonMenuValue.decode(click.value);
  if (choice !== 'reword') return editInPlace(deps, click, { kind: choice, code });
  assertMayManage(await viewSettings(deps.ctx), click.person);
  const reason = reasonIn(await loadRejectReasons(deps.ctx), code);
  await deps.slack.pushView(click.triggerId, rewordReasonModal(reason));
}

async function onBringBack(deps: ListenerDeps, click: Click): Promise<void> {
  await editInPlace(deps, click, { kind: 'bring_back', code: click.value ?? '' });
}

async function onAdd({ ctx, slack }: ListenerDeps, { person, triggerId }: Click): Promise<void> {
  assertMayManage(await viewSettings(ctx), person);
  await slack.pushView(triggerId, addReasonModal());
}

/** A refusal is said in the list itself, which is open. */
async function editInPlace(
  { ctx, slack }: ListenerDeps,
  { person, body }: Click,
  edit: ReasonEdit,
): Promise<void> {
  const redrawn = await editRejectReasons(ctx, { person, edit }).then(
    (list) => reasonsModal(list),
    async (refusal: unknown) => {
      if (!(refusal instanceof AppError)) throw refusal;
      return reasonsModal(await loadRejectReasons(ctx), refusal.message);
    },
  );
  if (body.view) await slack.updateView(body.view.id, redrawn);
}

async function onAdded(deps: ListenerDeps, submission: Submission): Promise<ViewResponseAction | null> {
  const { person, values } = submission;
  try {
    await editRejectReasons(deps.ctx, { person, edit: { kind: 'add', reason: readNewReason(values) } });
    redrawList(deps, submission);
    return null;
  } catch (refusal) {
    return refusalResponse(refusal, { values, again: addReasonModal });
  }
}

async function onReworded(deps: ListenerDeps, submission: Submission): Promise<ViewResponseAction | null> {
  const { person, values, privateMetadata: code } = submission;
  try {
    await editRejectReasons(deps.ctx, { person, edit: { kind: 'reword', code, words: readWords(values) } });
    redrawList(deps, submission);
    return null;
  } catch (refusal) {
    const reason = reasonIn(await loadRejectReasons(deps.ctx), code);
    const again = (notice: string) => rewordReasonModal(reason, notice);
    return refusalResponse(refusal, { values, again });
  }
}

function redrawList({ ctx, slack }: ListenerDeps, { viewBelow, afterwards }: Submission): void {
  if (viewBelow === null) return;
  afterwards(async () => slack.updateView(viewBelow, reasonsModal(await loadRejectReasons(ctx))));
}

const Words = z.object({
  label: z.string('How would a rep say it?'),
  consequence: z.string().max(75).nullable(),
  whoActs: z.string().max(60).nullable(),
});

const Added = Words.extend({
  outcome: z.enum(['closed', 'dropped', 'returned', 'rests', 'rests_until'], 'What happens next?'),
  days: z.coerce.number('For how many days? A number.'),
  needs: z.enum(['nothing', 'attempts', 'note']),
  impliesContact: z.boolean(),
});

function readWords(values: FormValues): ReasonWords {
  return checked(Words, wordsIn(values));
}

function readNewReason(values: FormValues): NewReason {
  const { outcome, days, needs, ...rest } = checked(Added, {
    ...wordsIn(values),
    outcome: chosen(values, REASON_FIELD.outcome),
    days: typed(values, REASON_FIELD.days) ?? 0,
    needs: chosen(values, REASON_FIELD.needs) ?? 'nothing',
    impliesContact: ticked(values, REASON_FIELD.impliesContact).length > 0,
  });
  const follows: ReasonOutcome = outcome === 'rests' ? { kind: outcome, days } : { kind: outcome };
  return { ...rest, outcome: follows, needs: needs === 'nothing' ? null : needs };
}

function wordsIn(values: FormValues) {
  return {
    label: typed(values, REASON_FIELD.label),
    consequence: typed(values, REASON_FIELD.consequence),
    whoActs: typed(values, REASON_FIELD.whoActs),
  };
}
