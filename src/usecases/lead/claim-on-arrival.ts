import { claim } from '../../domain/lead/claim.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { lockLead } from '../../store/lead/lead.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { recordMove } from './record-move.ts';

interface Arrival {
  person: PersonId;
  leadId: LeadId;
  settings: Settings;
  now: number;
}

/** For who brings a lead and means to call; not when it went to somebody else as it came in. */
export async function claimOnArrival(
  ctx: Context,
  tx: Tx,
  { person, leadId, settings, now }: Arrival,
): Promise<void> {
  const lead = await lockLead(tx, leadId);
  if (lead?.state !== 'new') return;
  const by = { person, isManager: settings.managers.includes(person) };
  await recordMove(ctx, tx, { from: lead, move: claim(lead, by, now), settings, now });
}
