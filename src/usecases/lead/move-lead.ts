import { leadCard } from '../../domain/announcements/lead.ts';
import type { By } from '../../domain/lead/claim.ts';
import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import type { Move } from '../../domain/lead/lead-event.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { ErrorKind } from '../../errors.ts';
import { lockLead } from '../../store/lead/lead.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { perform, type Work } from '../work.ts';
import { recordMove } from './record-move.ts';

export interface MoveInput {
  leadId: LeadId;
  person: PersonId;
}

/** The lead, held for writing, and who is about to move it. */
export interface HeldLead {
  lead: Lead;
  by: By;
}

/** What all moves by a person share: permission is judged on the row that is held, and the move is recorded with all that it announces. */
export function moveLead(
  ctx: Context,
  input: MoveInput,
  decide: (work: Work, held: HeldLead) => Move | Promise<Move>,
): Promise<Lead> {
  return withLead(ctx, input, async (work, held) => {
    const move = await decide(work, held);
    return recordMove(work, { from: held.lead, move });
  });
}

/** The person acted on something that is no longer so. */
const STALE: readonly ErrorKind[] = ['stale', 'conflict'];

/** Runs the work on the lead, held for writing. Throws not_found; after a stale click its card and the person's Home are drawn again. */
export function withLead<T>(
  ctx: Context,
  { leadId, person }: MoveInput,
  run: (work: Work, held: HeldLead) => Promise<T>,
): Promise<T> {
  return perform(ctx, person, async (work) => {
    const lead = await lockLead(work.tx, leadId);
    if (!lead) throw refuse('lead_not_found');
    work.ifRefused(async (again, { kind }) => {
      if (!STALE.includes(kind)) return;
      await again.announce(leadCard(lead));
      await announceHomes(again, [person]);
    });
    return run(work, { lead, by: { person, isManager: work.settings.managers.includes(person) } });
  });
}
