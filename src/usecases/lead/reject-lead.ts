import type { Lead } from '../../domain/lead/lead.ts';
import { reject } from '../../domain/lead/reject.ts';
import { refuseField } from '../../domain/refusals.ts';
import { DUPLICATE } from '../../domain/reject-reason/reject-reason.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findMatch } from '../../store/lead/lead-match.ts';
import { findRejectReason } from '../../store/reject-reason/reject-reason.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { type MoveInput, moveLead } from './move-lead.ts';

export interface RejectLeadInput extends MoveInput {
  reasonCode: string;
  detail: string | null;
  note: string | null;
}

export function rejectLead(ctx: Context, input: RejectLeadInput): Promise<Lead> {
  return moveLead(ctx, input, async ({ tx, now, settings }, { lead, by }) => {
    const reason = await findRejectReason(tx, input.reasonCode);
    if (!reason) throw refuseField('reason', 'reason_gone');
    const today = dayIn(settings.timezone, now);
    const detail = input.reasonCode === DUPLICATE ? await otherLead(tx, lead) : input.detail;
    return reject(lead, by, { reason, detail, note: input.note }, { now, today });
  });
}

async function otherLead(tx: Tx, lead: Lead): Promise<string | null> {
  return (await findMatch(tx, lead.id))?.earlierId ?? null;
}
