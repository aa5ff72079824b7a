/** Won and lost, said by a person. */
import { closeLead } from '../../../usecases/lead/close-lead.ts';
import { loadCloseScene, prepareClose } from '../../../usecases/lead/prepare-close.ts';
import { CLOSE_FIELD, type CloseKey, closeKey, LEAD_MODAL } from '../../action-ids.ts';
import { closeModal } from '../../views/lead/close-modal.ts';
import type { FilledForm } from '../edge/form.ts';
import { chosen, chosenDate, typed } from '../edge/form-values.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { LeadClick, LeadHandler } from './lead-click.ts';

export const openWon: LeadHandler = (deps, click) => open(deps, click, 'won');

export const openLost: LeadHandler = (deps, click) => open(deps, click, 'lost');

export const closeForm = onForm({
  callbackId: LEAD_MODAL.close,
  key: closeKey,
  submit,
  scene: ({ ctx }, { key, person }) => loadCloseScene(ctx, { leadId: key.leadId, person }),
  draw: (scene, { key, notice }) => closeModal({ ...scene, outcome: key.outcome, notice }),
  blockOf: (field) => (field === 'reason' ? CLOSE_FIELD.reason : field),
});

async function open({ ctx, slack }: ListenerDeps, click: LeadClick, outcome: CloseKey['outcome']) {
  const scene = await prepareClose(ctx, click);
  await slack.openView(click.triggerId, closeModal({ ...scene, outcome }));
}

async function submit({ ctx }: ListenerDeps, { person, key, values }: FilledForm<CloseKey>): Promise<void> {
  await closeLead(ctx, {
    ...key,
    person,
    amount: typed(values, CLOSE_FIELD.amount),
    currency: chosen(values, CLOSE_FIELD.currency),
    on: chosenDate(values, CLOSE_FIELD.on),
    reason: typed(values, CLOSE_FIELD.reason),
  });
}
