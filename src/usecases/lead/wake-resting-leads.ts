import { leadBack, leadDm } from '../../domain/announcements/lead.ts';
import { wake } from '../../domain/lead/back-to-work.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findRestedLeadIds, lockLead } from '../../store/lead/lead.ts';
import { findRejectReason } from '../../store/reject-reason/reject-reason.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { recordMove } from './record-move.ts';

const BATCH = 200;

/** Leads whose rest is over come back: to their owner where that was promised, otherwise to the channel. Returns how many. */
export async function wakeRestingLeads(ctx: Context): Promise<number> {
  let woken = 0;
  for (;;) {
    const due = await perform(ctx, 'tango', ({ tx, settings, now }) =>
      findRestedLeadIds(tx, dayIn(settings.timezone, now), BATCH),
    );
    for (const leadId of due) woken += await wakeOne(ctx, leadId);
    if (due.length < BATCH) return woken;
  }
}

/** One transaction a lead; 0 when another process was here first. */
function wakeOne(ctx: Context, leadId: LeadId): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const { tx, now, settings } = work;
    const lead = await lockLead(tx, leadId);
    if (lead?.state !== 'resting' || (lead.restsUntil ?? '') > dayIn(settings.timezone, now)) return 0;
    const toOwner = await goesToOwner(work, lead);
    const woken = await recordMove(work, { from: lead, move: wake(lead, { toOwner, now }) });
    // The card has long scrolled away: its owner gets a message, or the channel a post.
    await work.announce(woken.owner ? leadDm(woken, woken.owner) : leadBack(woken));
    return 1;
  });
}

async function goesToOwner({ tx, settings }: Work, lead: Lead): Promise<boolean> {
  const { reason = '', outcome = null } = lead.rejection ?? {};
  const promised = outcome ?? (await findRejectReason(tx, reason))?.outcome.kind;
  const isHere = lead.owner === null || settings.people?.get(lead.owner)?.isActive !== false;
  return isHere && promised === 'rests_until';
}
