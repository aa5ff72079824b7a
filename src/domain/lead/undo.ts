/**
 * Taking moves back, one after the other, the last that still stands first. Whoever made it may for a quarter of an hour after they made it, a
 * manager whenever; what somebody else has done since stands in the way. The history keeps both.
 */
import { refuse } from '../refusals.ts';
import { isPerson } from '../team/actor.ts';
import { MINUTE } from '../time/duration.ts';
import type { By } from './claim.ts';
import type { Lead, LeadLife } from './lead.ts';
import type { LeadEvent, LeadEventKind, Move } from './lead-event.ts';

/** How long a person may take their own move back. */
const UNDO_WITHIN_MINUTES = 15;

const UNDOABLE: readonly LeadEventKind[] = [
  'claimed',
  'contacted',
  'qualified',
  'rejected',
  'won',
  'lost',
  'released',
  'handed_over',
  'assigned',
  'snoozed',
  'woken',
  'reopened',
  'merged',
];

/** A move, with the life that the lead had before it. */
export type PastMove = LeadEvent & { before: LeadLife | null };

/** The moves that still stand, in order: an undo took back the last before it, and so did taking two apart with their merge. */
export function standing<Past extends PastMove>(history: readonly Past[]): Past[] {
  const moves: Past[] = [];
  for (const event of history.filter(({ before }) => before !== null)) {
    const isBack = event.kind === 'undone' || (event.kind === 'split' && moves.at(-1)?.kind === 'merged');
    if (isBack) moves.pop();
    else moves.push(event);
  }
  return moves;
}

/** What an undo would take back now; null: there is nothing. The lead that something was merged into is left alone: the other one is taken apart. */
export function undoableIn<Past extends PastMove>(history: readonly Past[]): Past | null {
  const last = standing(history).at(-1);
  return last && isUndoable(last) ? last : null;
}

export function isUndoable(event: LeadEvent): boolean {
  return UNDOABLE.includes(event.kind) && (event.kind !== 'merged' || 'into' in event.data);
}

export function undo(lead: Lead, by: By, last: PastMove | null, now: number): Move {
  if (!last?.before || !isUndoable(last)) throw refuse('nothing_to_undo');
  if (!by.isManager) assertOwnAndRecent(last, by, now);
  return {
    lead: { ...lead, ...last.before },
    event: { kind: 'undone', at: now, actor: by.person, data: { move: last.kind } },
  };
}

function assertOwnAndRecent(last: PastMove, by: By, now: number): void {
  const { actor } = last;
  if (actor !== by.person) throw refuse('undo_not_yours', { by: isPerson(actor) ? actor : null });
  if (now - last.at > UNDO_WITHIN_MINUTES * MINUTE)
    throw refuse('undo_too_late', { minutes: UNDO_WITHIN_MINUTES });
}
