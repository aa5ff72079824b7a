import { leadBack } from '../../domain/announcements/lead.ts';
import { type Mended, mend } from '../../domain/lead/back-to-work.ts';
import type { By } from '../../domain/lead/claim.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { RightPerson } from '../../domain/lead/lead-event.ts';
import { withMatchKeys } from '../../domain/lead/match-keys.ts';
import { mendingProblems } from '../../domain/lead/mending.ts';
import { movedOn } from '../../domain/lead/refusals.ts';
import { refuse, refuseFields } from '../../domain/refusals.ts';
import type { RejectReason } from '../../domain/reject-reason/reject-reason.ts';
import { isMarketer, type Settings } from '../../domain/team/settings.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { listLeadEvents } from '../../store/lead/lead-event.ts';
import { findRejectReason } from '../../store/reject-reason/reject-reason.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { type MoveInput, withLead } from './move-lead.ts';
import { recordMove } from './record-move.ts';

/** Marketing mends what it got back; the lead is new again, and the channel is told, since its card has long scrolled away. */
export function mendLead(ctx: Context, input: MoveInput & { mended: Mended }): Promise<Lead> {
  return withLead(ctx, input, async (work, { lead, by }) => {
    assertMayMend(by, work.settings);
    const history = await listLeadEvents(work.tx, lead.id);
    const problems = mendingProblems({ lead, mended: input.mended, history }, work.settings);
    if (problems.length > 0) throw refuseFields(problems);
    const move = mend(lead, by.person, input.mended, work.now);
    const mended = { ...move, lead: withMatchKeys(move.lead, work.settings) };
    const back = await recordMove(work, { from: lead, move: mended });
    await work.announce(leadBack(back));
    return back;
  });
}

interface MendingScene {
  lead: Lead;
  reason: RejectReason | null;
  /** Whom whoever sent it back has named. */
  right: RightPerson | null;
}

/** What the modal is drawn from. It shows how to reach them, so it is opened for nobody else. */
export function prepareMending(ctx: Context, input: MoveInput): Promise<MendingScene> {
  return withLead(ctx, input, async ({ tx, settings }, { lead, by }) => {
    assertMayMend(by, settings);
    if (lead.state !== 'returned') throw movedOn(lead);
    return { lead, ...(await whyItIsHere(tx, lead)) };
  });
}

/** The same for a modal that is open already. Whoever may not mend sees no more of the lead than elsewhere. */
export function loadMending(ctx: Context, input: MoveInput): Promise<MendingScene> {
  return withLead(ctx, input, async ({ tx, settings }, { lead, by }) => {
    const why = await whyItIsHere(tx, lead);
    return mayMend(by, settings)
      ? { lead, ...why }
      : { ...why, lead: leadFor(input.person, lead, settings), right: null };
  });
}

async function whyItIsHere(tx: Tx, { id, rejection }: Lead): Promise<Omit<MendingScene, 'lead'>> {
  const history = rejection ? await listLeadEvents(tx, id) : [];
  const rejected = history.findLast((event) => event.kind === 'rejected');
  return {
    reason: rejection && (await findRejectReason(tx, rejection.reason)),
    right: rejected?.kind === 'rejected' ? rejected.data.right : null,
  };
}

function mayMend({ person, isManager }: By, settings: Settings): boolean {
  return isManager || isMarketer(settings, person);
}

function assertMayMend(by: By, settings: Settings): void {
  if (mayMend(by, settings)) return;
  throw refuse('lead_with_marketing');
}
