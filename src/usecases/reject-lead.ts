import { dayIn } from '../domain/day.ts';
import type { Lead } from '../domain/lead/lead.ts';
import { reject } from '../domain/lead/reject.ts';
import { AppError } from '../errors.ts';
import { findRejectReason } from '../store/reject-reason.ts';
import type { Context } from './context.ts';
import { type MoveInput, moveLead } from './move-lead.ts';

export interface RejectLeadInput extends MoveInput {
  reasonCode: string;
  detail: string | null;
  note: string | null;
}

export function rejectLead(ctx: Context, input: RejectLeadInput): Promise<Lead> {
  return moveLead(ctx, input, async ({ lead, by, now, settings, tx }) => {
    const reason = await findRejectReason(tx, input.reasonCode);
    if (!reason) throw unknownReason();
    const today = dayIn(settings.timezone, now);
    return reject(lead, by, { reason, detail: input.detail, note: input.note }, { now, today });
  });
}

function unknownReason(): AppError {
  const message = 'This reason is not in the list any more. Please choose another.';
  return new AppError('invalid', message, { problems: [{ field: 'reason', message }] });
}
