import type { LeadId } from '../../../domain/lead/lead.ts';
import { prepareMove } from '../../../usecases/lead/load-lead-scene.ts';
import { loadRejection } from '../../../usecases/lead/load-rejection.ts';
import { rejectLead } from '../../../usecases/lead/reject-lead.ts';
import { LEAD_MODAL, leadKey, REJECT_FIELD } from '../../action-ids.ts';
import { rejectModal } from '../../views/lead/reject-modal.ts';
import type { FilledForm } from '../edge/form.ts';
import { chosen, chosenDate, type FormValues, typed } from '../edge/form-values.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { LeadHandler } from './lead-click.ts';

export const openReject: LeadHandler = async ({ ctx, slack }, click) => {
  const { lead, reasons } = await prepareMove(ctx, click, ['new', 'claimed']);
  await slack.openView(click.triggerId, rejectModal({ lead, reasons, chosen: null }));
};

/** The modal changes with the reason: each asks for what it needs. */
export const rejectForm = onForm({
  callbackId: LEAD_MODAL.reject,
  key: leadKey,
  submit,
  scene: ({ ctx }, { key: leadId, person, values }) =>
    loadRejection(ctx, { leadId, person, chosen: reasonIn(values) }),
  draw: (scene, { values, notice }) => rejectModal({ ...scene, chosen: reasonIn(values), notice }),
  blockOf: (field, { values }) => (field === 'detail' ? detailBlock(values) : field),
  redrawnBy: REJECT_FIELD.reason,
});

async function submit(
  { ctx }: ListenerDeps,
  { person, key: leadId, values }: FilledForm<LeadId>,
): Promise<void> {
  await rejectLead(ctx, {
    leadId,
    person,
    reasonCode: reasonIn(values) ?? '',
    detail: chosenDate(values, REJECT_FIELD.date) ?? typed(values, REJECT_FIELD.attempts),
    note: typed(values, REJECT_FIELD.note),
  });
}

function reasonIn(values: FormValues): string | null {
  return chosen(values, REJECT_FIELD.reason);
}

function detailBlock(values: FormValues): string {
  return REJECT_FIELD.date in values ? REJECT_FIELD.date : REJECT_FIELD.attempts;
}
