import { leadCard } from '../../domain/announcements/lead.ts';
import { claim, contacted, release } from '../../domain/lead/claim.ts';
import { isGiven, type Lead } from '../../domain/lead/lead.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { type MoveInput, moveLead, withLead } from './move-lead.ts';
import { recordMove } from './record-move.ts';

/**
 * Exactly one of two who click at the same moment wins; the other is refused with the winner's name. Who has it already is not refused, but
 * sees it drawn again.
 */
export function claimLead(ctx: Context, input: MoveInput): Promise<Lead> {
  return withLead(ctx, input, async (work, { lead, by }) => {
    if (lead.state !== 'claimed' || lead.owner !== by.person || isGiven(lead)) {
      return recordMove(work, { from: lead, move: claim(lead, by, work.now) });
    }
    await work.announce(leadCard(lead));
    await announceHomes(work, [by.person]);
    return lead;
  });
}

export function releaseLead(ctx: Context, input: MoveInput): Promise<Lead> {
  return moveLead(ctx, input, ({ now }, { lead, by }) => release(lead, by, now));
}

export function markContacted(ctx: Context, input: MoveInput): Promise<Lead> {
  return moveLead(ctx, input, ({ now }, { lead, by }) => contacted(lead, by, now));
}
