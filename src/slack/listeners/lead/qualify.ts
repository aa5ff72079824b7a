import type { ModalView } from '@slack/types';
import type { LeadId } from '../../../domain/lead/lead.ts';
import { loadVerdictScene, prepareMove, type VerdictScene } from '../../../usecases/lead/load-lead-scene.ts';
import { qualifyLead } from '../../../usecases/lead/qualify-lead.ts';
import { LEAD_MODAL, leadKey, QUALIFY_FIELD } from '../../action-ids.ts';
import { qualifyModal } from '../../views/lead/qualify-modal.ts';
import type { FilledForm } from '../edge/form.ts';
import { chosenDate, type FormValues, ticked, typed } from '../edge/form-values.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { LeadHandler } from './lead-click.ts';

export const openQualify: LeadHandler = async ({ ctx, slack }, click) => {
  const scene = await prepareMove(ctx, click, { states: ['new', 'claimed'], what: 'qualify' });
  await slack.openView(click.triggerId, draw(scene, {}));
};

export const qualifyForm = onForm({
  callbackId: LEAD_MODAL.qualify,
  key: leadKey,
  submit,
  scene: ({ ctx }, { key: leadId, person }) => loadVerdictScene(ctx, { leadId, person }),
  draw,
});

async function submit(
  { ctx }: ListenerDeps,
  { person, key: leadId, values }: FilledForm<LeadId>,
): Promise<void> {
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
}

function draw(
  { lead, definition, settings: { currency, timezone } }: VerdictScene,
  { values, notice }: { values?: FormValues; notice?: string | undefined },
): ModalView {
  // Asked for once something required has been left unticked; a form that was just opened has nothing ticked.
  const met = values && ticked(values, QUALIFY_FIELD.criteria);
  const isMissing = met && definition.criteria.some(({ code, required }) => required && !met.includes(code));
  return qualifyModal({ lead, definition, currency, timezone, notice, asksException: isMissing ?? false });
}
