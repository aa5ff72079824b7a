/** The list of reject reasons in the settings: each click changes it, and shows it as it is then. */
import type { ModalView } from '@slack/types';
import { reasonIn } from '../../../domain/reject-reason/reason-list.ts';
import {
  editRejectReasons,
  loadRejectReasons,
  type ReasonEdit,
} from '../../../usecases/reject-reason/edit-reject-reasons.ts';
import {
  prepareRejectReasons,
  prepareRewording,
} from '../../../usecases/reject-reason/prepare-reject-reasons.ts';
import { noKey, REASON, REASON_MODAL, reasonKey, reasonMenuValue, SETTINGS } from '../../action-ids.ts';
import { addReasonModal, rewordReasonModal } from '../../views/reject-reason/reason-modal.ts';
import { reasonsModal } from '../../views/reject-reason/reasons-modal.ts';
import type { Click } from '../edge/click.ts';
import type { FilledForm } from '../edge/form.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { Listeners } from '../edge/table.ts';
import { readChange, readNewReason } from './read-reason-form.ts';

const addForm = onForm({
  callbackId: REASON_MODAL.add,
  key: noKey,
  submit: submitAdded,
  // It asks the same whatever the list is.
  scene: async () => null,
  draw: (_nothing, { notice }) => addReasonModal(notice),
});

const rewordForm = onForm({
  callbackId: REASON_MODAL.reword,
  key: reasonKey,
  submit: submitReworded,
  scene: async ({ ctx }, { key }) => reasonIn(await loadRejectReasons(ctx), key),
  draw: (reason, { notice }) => rewordReasonModal(reason, notice),
});

export const REJECT_REASON_LISTENERS: Listeners = {
  membersOnly: true,
  clicks: {
    [SETTINGS.reasons]: openReasons,
    [REASON.add]: openAdd,
    [REASON.menu]: onReasonMenu,
    [REASON.bringBack]: onBringBack,
  },
  forms: [addForm, rewordForm],
  lists: [{ callbackId: REASON_MODAL.list, draw: drawList }],
};

async function openReasons({ ctx, slack }: ListenerDeps, { person, triggerId }: Click): Promise<void> {
  await slack.openView(triggerId, reasonsModal(await prepareRejectReasons(ctx, person)));
}

async function openAdd({ ctx, slack }: ListenerDeps, { person, triggerId }: Click): Promise<void> {
  await prepareRejectReasons(ctx, person);
  await slack.openView(triggerId, addReasonModal());
}

async function onReasonMenu(deps: ListenerDeps, click: Click): Promise<void> {
  const { choice, code } = reasonMenuValue.decode(click.value);
  await (choice === 'reword' ? openReword(deps, click, code) : edit(deps, click, { kind: choice, code }));
}

async function openReword(
  { ctx, slack }: ListenerDeps,
  { person, triggerId }: Click,
  code: string,
): Promise<void> {
  await slack.openView(triggerId, rewordReasonModal(await prepareRewording(ctx, { person, code })));
}

async function onBringBack(deps: ListenerDeps, click: Click): Promise<void> {
  await edit(deps, click, { kind: 'bring_back', code: click.value ?? '' });
}

async function edit({ ctx }: ListenerDeps, { person }: Click, change: ReasonEdit): Promise<void> {
  await editRejectReasons(ctx, { person, edit: change });
}

async function submitAdded({ ctx }: ListenerDeps, { person, values }: FilledForm<null>): Promise<void> {
  await editRejectReasons(ctx, { person, edit: { kind: 'add', reason: readNewReason(values) } });
}

async function submitReworded(
  { ctx }: ListenerDeps,
  { person, key: code, values }: FilledForm<string>,
): Promise<void> {
  await editRejectReasons(ctx, { person, edit: { kind: 'reword', code, words: readChange(values) } });
}

async function drawList({ ctx }: ListenerDeps): Promise<ModalView> {
  return reasonsModal(await loadRejectReasons(ctx));
}
