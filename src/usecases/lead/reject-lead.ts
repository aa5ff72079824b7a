import type { Lead } from '../../domain/lead/lead.ts';
import { reject } from '../../domain/lead/reject.ts';
import { DUPLICATE } from '../../domain/reject-reason/reject-reason.ts';
import { dayIn } from '../../domain/time/day.ts';
import { AppError } from '../../errors.ts';
import { findMatch } from '../../store/lead-match.ts';
import { announce } from '../../store/outbox.ts';
import { findRejectReason } from '../../store/reject-reason.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { type MoveInput, type MoveScene, moveLead } from './move-lead.ts';

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
    const detail = input.reasonCode === DUPLICATE ? await otherLead(tx, lead) : input.detail;
    const move = reject(lead, by, { reason, detail, note: input.note }, { now, today });
    if (move.lead.state === 'returned') await tellMarketing(ctx, { tx, lead, settings, now });
    return move;
  });
}

async function otherLead(tx: Tx, lead: Lead): Promise<string | null> {
  return (await findMatch(tx, lead.id))?.earlierId ?? null;
}

/** Back with marketing, which has no card to look at: they get it with the button to mend it. */
async function tellMarketing(
  ctx: Context,
  { tx, lead, settings, now }: Pick<MoveScene, 'tx' | 'lead' | 'settings' | 'now'>,
): Promise<void> {
  if (!settings.marketingChannel) return;
  const returned = {
    kind: 'lead_returned',
    ref: `${lead.id}/${lead.version + 1}`,
    target: settings.marketingChannel,
  } as const;
  await announce(tx, returned, { id: ctx.newId('outbox'), now });
}

function unknownReason(): AppError {
  const message = 'This reason is not in the list any more. Please choose another.';
  return new AppError('invalid', message, { problems: [{ field: 'reason', message }] });
}
