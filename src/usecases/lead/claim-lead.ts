import { claim, contacted, release } from '../../domain/lead/claim.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Context } from '../context.ts';
import { type MoveInput, moveLead } from './move-lead.ts';

/** Exactly one of two who click at the same moment wins; the other is refused with the winner's name. */
export function claimLead(ctx: Context, input: MoveInput): Promise<Lead> {
  return moveLead(ctx, input, ({ now }, { lead, by }) => claim(lead, by, now));
}

export function releaseLead(ctx: Context, input: MoveInput): Promise<Lead> {
  return moveLead(ctx, input, ({ now }, { lead, by }) => release(lead, by, now));
}

export function markContacted(ctx: Context, input: MoveInput): Promise<Lead> {
  return moveLead(ctx, input, ({ now }, { lead, by }) => contacted(lead, by, now));
}
