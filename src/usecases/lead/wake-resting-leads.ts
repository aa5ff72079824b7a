import { wake } from '../../domain/lead/back-to-work.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findRestedLeadIds, lockLead } from '../../store/lead/lead.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import { findRejectReason } from '../../store/reject-reason/reject-reason.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { recordMove } from './record-move.ts';

const BATCH = 200;

/** Leads whose rest is over come back: to their owner where that was promised, otherwise to the channel. Returns how many. */
export async function wakeRestingLeads(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  let woken = 0;
  for (;;) {
    const due = await ctx.db.transaction(async (tx) => {
      const { timezone } = await loadSettings(tx);
      return findRestedLeadIds(tx, dayIn(timezone, now), BATCH);
    });
    for (const leadId of due) woken += await wakeOne(ctx, leadId, now);
    if (due.length < BATCH) return woken;
  }
}

/** One transaction a lead; 0 when another process was here first. */
function wakeOne(ctx: Context, leadId: LeadId, now: number): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const settings = await loadSettings(tx);
    const lead = await lockLead(tx, leadId);
    if (lead?.state !== 'resting' || (lead.restsUntil ?? '') > dayIn(settings.timezone, now)) return 0;
    const reason = lead.rejection && (await findRejectReason(tx, lead.rejection.reason));
    const isHere = lead.owner === null || settings.people?.get(lead.owner)?.isActive !== false;
    const toOwner = isHere && reason?.outcome.kind === 'rests_until';
    const woken = await recordMove(ctx, tx, {
      from: lead,
      move: wake(lead, { toOwner, now }),
      settings,
      now,
    });
    await tell(ctx, tx, woken, now);
    return 1;
  });
}

/** The card has long scrolled away: its owner gets a message, or the channel a post. */
async function tell(ctx: Context, tx: Tx, lead: Lead, now: number): Promise<void> {
  const ref = `${lead.id}/${lead.version}`;
  const options = { id: ctx.newId('outbox'), now };
  if (lead.owner) await enqueue(tx, { kind: 'lead_dm', ref, target: lead.owner }, options);
  else if (lead.cardChannel) await enqueue(tx, { kind: 'lead_back', ref, target: lead.cardChannel }, options);
}
