import { leadDm } from '../../domain/announcements/lead.ts';
import { assign, handOver, reopen, snooze, wakeNow } from '../../domain/lead/assign.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import type { Move } from '../../domain/lead/lead-event.ts';
import { movedOn } from '../../domain/lead/refusals.ts';
import { standing, undo } from '../../domain/lead/undo.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { assertMayBeChosen } from '../../domain/team/choose-people.ts';
import { instantOn } from '../../domain/time/day.ts';
import { listLeadEvents } from '../../store/lead/lead-event.ts';
import type { Context } from '../context.ts';
import type { Work } from '../work.ts';
import { undoMerge } from './merge-leads.ts';
import { type HeldLead, type MoveInput, moveLead, withLead } from './move-lead.ts';
import { recordMove } from './record-move.ts';

export interface AssignInput extends MoveInput {
  to: PersonId;
  note: string | null;
}

/** The one who gets it is told by a direct message with the buttons. */
export function assignLead(ctx: Context, input: AssignInput): Promise<Lead> {
  return give(ctx, input, ({ now }, { lead, by }) =>
    assign(lead, by, { person: input.to, note: input.note }, now),
  );
}

export function handOverLead(ctx: Context, input: AssignInput): Promise<Lead> {
  return give(ctx, input, ({ now }, { lead, by }) =>
    handOver(lead, by, { person: input.to, note: input.note }, now),
  );
}

/** Nobody needs a message about what they gave to themselves. */
function give(ctx: Context, input: AssignInput, decide: (work: Work, held: HeldLead) => Move): Promise<Lead> {
  return withLead(ctx, input, async (work, held) => {
    const move = decide(work, held);
    assertMayBeChosen({ field: 'person', people: [input.to] }, work.settings);
    const given = await recordMove(work, { from: held.lead, move });
    if (input.to !== input.person) await work.announce(leadDm(given, input.to));
    return given;
  });
}

/** Quiet until the team's working day begins on `date` (YYYY-MM-DD). */
export function snoozeLead(ctx: Context, input: MoveInput & { date: string }): Promise<Lead> {
  return moveLead(ctx, input, ({ now, settings }, { lead, by }) => {
    const { timezone, calendar } = settings;
    return snooze(lead, by, instantOn(timezone, input.date, calendar.from), now);
  });
}

/** Before the day that was named. */
export function wakeLead(ctx: Context, input: MoveInput): Promise<Lead> {
  return moveLead(ctx, input, ({ now }, { lead, by }) => wakeNow(lead, by, now));
}

export function reopenLead(ctx: Context, input: MoveInput): Promise<Lead> {
  return moveLead(ctx, input, ({ now }, { lead, by }) => reopen(lead, by, now));
}

export interface UndoInput extends MoveInput {
  /** How the id of the move ends that the person saw as the last; left out: whichever it is. */
  seen?: string | null;
}

/**
 * Takes back the last move that still stands; the next undo takes back the one before it. Of two clicks on the same menu one takes back, the
 * other is refused as stale, and so is who has not seen what was done since.
 */
export function undoMove(ctx: Context, { seen, ...input }: UndoInput): Promise<Lead> {
  return withLead(ctx, input, async (work, held) => {
    const { lead, by } = held;
    const last = standing(await listLeadEvents(work.tx, lead.id)).at(-1) ?? null;
    if (seen && !last?.id.endsWith(seen)) throw last ? movedOn(lead) : refuse('nothing_to_undo');
    const move = undo(lead, by, last, work.now);
    if (last?.kind === 'merged') return undoMerge(work, held, { merged: last, move });
    return recordMove(work, { from: lead, move, undoes: last?.id ?? null });
  });
}
