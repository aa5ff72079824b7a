import { refuse } from '../refusals.ts';
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
  'reopened',
];

/** The last move, with the life that the lead had before it. */
export type LastMove = Pick<LeadEvent, 'kind' | 'at' | 'actor'> & { before: LeadLife | null };

/** Takes the last move back: one's own for 15 minutes, any as a manager. The history keeps both. */
export function undo(lead: Lead, by: By, last: LastMove | null, now: number): Move {
  if (!last?.before || !UNDOABLE.includes(last.kind)) throw refuse('nothing_to_undo');
  if (!by.isManager) assertOwnAndRecent(last, by, now);
  return {
    lead: { ...lead, ...last.before },
    event: { kind: 'undone', at: now, actor: by.person, data: { move: last.kind } },
  };
}

function assertOwnAndRecent(last: LastMove, by: By, now: number): void {
  if (last.actor !== by.person) throw refuse('undo_not_yours');
  if (now - last.at > UNDO_WITHIN_MINUTES * MINUTE)
    throw refuse('undo_too_late', { minutes: UNDO_WITHIN_MINUTES });
}
