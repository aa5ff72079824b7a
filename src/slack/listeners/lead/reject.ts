import type { PlainTextOption } from '@slack/types';
import type { LeadId } from '../../../domain/lead/lead.ts';
import type { RightPerson } from '../../../domain/lead/lead-event.ts';
import { assertReach } from '../../../domain/lead/ways-to-reach.ts';
import { prepareMove } from '../../../usecases/lead/load-lead-scene.ts';
import { loadRejection } from '../../../usecases/lead/load-rejection.ts';
import { rejectLead } from '../../../usecases/lead/reject-lead.ts';
import { suggestDuplicates } from '../../../usecases/lead/suggest-duplicates.ts';
import { LEAD_MODAL, leadKey, parseLeadId, REJECT_FIELD } from '../../action-ids.ts';
import { leadOption } from '../../views/lead/lead-option.ts';
import { rejectModal } from '../../views/lead/reject-modal.ts';
import type { FilledForm } from '../edge/form.ts';
import { chosen, chosenDate, type FormValues, typed } from '../edge/form-values.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import { onForm } from '../edge/on-form.ts';
import type { Typed } from '../edge/options.ts';
import type { LeadHandler } from './lead-click.ts';

export const openReject: LeadHandler = async ({ ctx, slack }, click) => {
  const { lead, reasons } = await prepareMove(ctx, click, { states: ['new', 'claimed'], what: 'reject' });
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
  blockOf: (field, { values }) => (field === 'detail' ? detailBlock(values) : (BLOCKS[field] ?? field)),
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
    duplicateOf: chosenLead(values),
    right: readRightPerson(values),
  });
}

const BLOCKS: Readonly<Record<string, string>> = {
  duplicateOf: REJECT_FIELD.duplicateOf,
  name: REJECT_FIELD.rightName,
  reach: REJECT_FIELD.rightReach,
};

function chosenLead(values: FormValues): LeadId | null {
  const id = chosen(values, REJECT_FIELD.duplicateOf);
  return id === null ? null : parseLeadId(id);
}

/** Null: nobody said who it would be. */
function readRightPerson(values: FormValues): RightPerson | null {
  const name = typed(values, REJECT_FIELD.rightName);
  const reach = typed(values, REJECT_FIELD.rightReach);
  if (name === null && reach === null) return null;
  return { name, ...(reach === null ? { email: null, phone: null } : assertReach(reach)) };
}

/** The leads that this one may be. */
export async function offerDuplicates(
  { ctx }: ListenerDeps,
  { person, text, privateMetadata }: Typed,
): Promise<PlainTextOption[]> {
  const leadId = leadKey.decode(privateMetadata);
  const { leads, timezone } = await suggestDuplicates(ctx, { leadId, person, typed: text });
  return leads.map((lead) => leadOption(lead, timezone));
}

function reasonIn(values: FormValues): string | null {
  return chosen(values, REJECT_FIELD.reason);
}

function detailBlock(values: FormValues): string {
  return REJECT_FIELD.date in values ? REJECT_FIELD.date : REJECT_FIELD.attempts;
}
