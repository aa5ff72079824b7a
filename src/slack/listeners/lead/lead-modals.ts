/** The modals of a lead: what was filled in goes to one use case; a refusal comes back to its field, and nothing typed is lost. */
import type { App, ViewResponseAction } from '@slack/bolt';
import { closeLead } from '../../../usecases/lead/close-lead.ts';
import { loadVerdictScene } from '../../../usecases/lead/load-lead-scene.ts';
import { loadCloseScene } from '../../../usecases/lead/prepare-close.ts';
import { qualifyLead } from '../../../usecases/lead/qualify-lead.ts';
import { rejectLead } from '../../../usecases/lead/reject-lead.ts';
import {
  CLOSE_FIELD,
  closeModalData,
  LEAD_MODAL,
  parseLeadId,
  QUALIFY_FIELD,
  REJECT_FIELD,
} from '../../action-ids.ts';
import { closeModal } from '../../views/lead/close-modal.ts';
import { qualifyModal } from '../../views/lead/qualify-modal.ts';
import { rejectModal } from '../../views/lead/reject-modal.ts';
import { chosen, chosenDate, refusalResponse, ticked, typed } from '../edge/form.ts';
import { type Click, type ListenerDeps, onClick, onSubmit, type Submission } from '../edge/listen.ts';

export function registerLeadModals(app: App, deps: ListenerDeps): void {
  onClick(app, deps, REJECT_FIELD.reason, onReasonChosen);
  onSubmit(app, deps, LEAD_MODAL.qualify, onQualifySubmitted);
  onSubmit(app, deps, LEAD_MODAL.reject, onRejectSubmitted);
  onSubmit(app, deps, LEAD_MODAL.close, onCloseSubmitted);
}

/** The modal changes with the reason: each asks for what it needs. */
async function onReasonChosen({ ctx, slack }: ListenerDeps, { value, body }: Click): Promise<void> {
  const view = body.view;
  if (!view) return;
  const { lead, reasons } = await loadVerdictScene(ctx, parseLeadId(view.private_metadata));
  const redrawn = rejectModal({ lead, reasons, chosen: value ?? null });
  await slack.updateView(view.id, redrawn);
}

async function onQualifySubmitted(
  { ctx }: ListenerDeps,
  { person, privateMetadata, values }: Submission,
): Promise<ViewResponseAction | null> {
  const leadId = parseLeadId(privateMetadata);
  try {
    await qualifyLead(ctx, {
      leadId,
      person,
      met: ticked(values, QUALIFY_FIELD.criteria),
      exception: typed(values, QUALIFY_FIELD.exception),
      amount: typed(values, QUALIFY_FIELD.amount),
      nextStep: typed(values, QUALIFY_FIELD.nextStep),
      nextStepOn: chosenDate(values, QUALIFY_FIELD.nextStepOn),
      note: typed(values, QUALIFY_FIELD.note),
    });
    return null;
  } catch (refusal) {
    const { lead, definition, settings } = await loadVerdictScene(ctx, leadId);
    const { currency, timezone } = settings;
    const again = (notice: string) => qualifyModal({ lead, definition, currency, timezone, notice });
    return refusalResponse(refusal, { values, again });
  }
}

async function onRejectSubmitted(
  { ctx }: ListenerDeps,
  { person, privateMetadata, values }: Submission,
): Promise<ViewResponseAction | null> {
  const leadId = parseLeadId(privateMetadata);
  const reasonCode = chosen(values, REJECT_FIELD.reason) ?? '';
  const detail = chosenDate(values, REJECT_FIELD.date) ?? typed(values, REJECT_FIELD.attempts);
  try {
    await rejectLead(ctx, { leadId, person, reasonCode, detail, note: typed(values, REJECT_FIELD.note) });
    return null;
  } catch (refusal) {
    const { lead, reasons } = await loadVerdictScene(ctx, leadId);
    const again = (notice: string) => rejectModal({ lead, reasons, chosen: reasonCode, notice });
    const needed = REJECT_FIELD.date in values ? REJECT_FIELD.date : REJECT_FIELD.attempts;
    return refusalResponse(refusal, { values, again, blockOf: { detail: needed } });
  }
}

async function onCloseSubmitted(
  { ctx }: ListenerDeps,
  { person, privateMetadata, values }: Submission,
): Promise<ViewResponseAction | null> {
  const { leadId, outcome } = closeModalData.decode(privateMetadata);
  try {
    await closeLead(ctx, {
      leadId,
      person,
      outcome,
      amount: typed(values, CLOSE_FIELD.amount),
      currency: chosen(values, CLOSE_FIELD.currency),
      on: chosenDate(values, CLOSE_FIELD.on),
      reason: typed(values, CLOSE_FIELD.reason),
    });
    return null;
  } catch (refusal) {
    const scene = await loadCloseScene(ctx, leadId);
    const again = (notice: string) => closeModal({ ...scene, outcome, notice });
    return refusalResponse(refusal, { values, again });
  }
}
