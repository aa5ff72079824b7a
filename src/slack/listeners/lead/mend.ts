/** Marketing mends what it got back. */
import type { LeadId } from '../../../domain/lead/lead.ts';
import { loadMending, mendLead, prepareMending } from '../../../usecases/lead/mend-lead.ts';
import { LEAD_MODAL, leadKey, MEND_FIELD } from '../../action-ids.ts';
import { mendModal } from '../../views/lead/mend-modal.ts';
import type { FilledForm } from '../edge/form.ts';
import { typed } from '../edge/form-values.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { LeadHandler } from './lead-click.ts';

export const openMend: LeadHandler = async ({ ctx, slack }, click) => {
  const { lead, reason, right } = await prepareMending(ctx, click);
  await slack.openView(click.triggerId, mendModal({ lead, reasonLabel: reason?.label ?? null, right }));
};

export const mendForm = onForm({
  callbackId: LEAD_MODAL.mend,
  key: leadKey,
  submit,
  scene: ({ ctx }, { key: leadId, person }) => loadMending(ctx, { leadId, person }),
  draw: ({ lead, reason, right }, { notice }) =>
    mendModal({ lead, reasonLabel: reason?.label ?? null, right, notice }),
});

async function submit(
  { ctx }: ListenerDeps,
  { person, key: leadId, values }: FilledForm<LeadId>,
): Promise<void> {
  const mended = {
    name: typed(values, MEND_FIELD.name),
    title: typed(values, MEND_FIELD.title),
    company: typed(values, MEND_FIELD.company),
    email: typed(values, MEND_FIELD.email),
    phone: typed(values, MEND_FIELD.phone),
  };
  await mendLead(ctx, { leadId, person, mended });
}
