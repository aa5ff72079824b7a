import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { RightPerson } from '../../domain/lead/lead-event.ts';
import { reject } from '../../domain/lead/reject.ts';
import { refuseField } from '../../domain/refusals.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findRejectReason } from '../../store/reject-reason/reject-reason.ts';
import type { Context } from '../context.ts';
import { mergeAsDuplicate } from './merge-leads.ts';
import { type MoveInput, withLead } from './move-lead.ts';
import { recordMove } from './record-move.ts';

export interface RejectLeadInput extends MoveInput {
  reasonCode: string;
  detail: string | null;
  note: string | null;
  /** For a reason that asks for it: the lead that this one is, into which it is merged. */
  duplicateOf?: LeadId | null;
  /** For a reason that asks for it: who would be the right one. */
  right?: RightPerson | null;
}

/** Refuses, beside its field, whatever the reason needs and was not said. */
export function rejectLead(ctx: Context, input: RejectLeadInput): Promise<Lead> {
  return withLead(ctx, input, async (work, held) => {
    const { tx, now, settings } = work;
    const { detail, note, duplicateOf = null, right = null } = input;
    const reason = await findRejectReason(tx, input.reasonCode);
    if (!reason) throw refuseField('reason', 'reason_gone');
    if (reason.needs === 'lead' && duplicateOf)
      return mergeAsDuplicate(work, held, { of: duplicateOf, note });
    const today = dayIn(settings.timezone, now);
    const move = reject(held.lead, held.by, { reason, detail, note, right }, { now, today });
    return recordMove(work, { from: held.lead, move });
  });
}
