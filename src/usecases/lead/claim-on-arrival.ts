import { claim } from '../../domain/lead/claim.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { lockLead } from '../../store/lead/lead.ts';
import type { Work } from '../work.ts';
import { recordMove } from './record-move.ts';

/** For who brings a lead and means to call; not when it went to somebody else as it came in. */
export async function claimOnArrival(work: Work, person: PersonId, leadId: LeadId): Promise<void> {
  const lead = await lockLead(work.tx, leadId);
  if (lead?.state !== 'new') return;
  const by = { person, isManager: work.settings.managers.includes(person) };
  await recordMove(work, { from: lead, move: claim(lead, by, work.now) });
}
