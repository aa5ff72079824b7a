import { AppError } from '../../errors.ts';
import { MINUTE } from '../time/duration.ts';
import type { By } from './claim.ts';
import type { Lead, LeadLife } from './lead.ts';
import type { LeadEvent, LeadEventKind, Move } from './lead-event.ts';

/** How long a person may take their own move back. */
const UNDO_WITHIN_MS = 15 * MINUTE;

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
  if (!last?.before || !UNDOABLE.includes(last.kind)) {
    throw new AppError('stale', 'There is nothing here that could be taken back.');
  }
  if (!by.isManager) assertOwnAndRecent(last, by, now);
  return {
    lead: { ...lead, ...last.before },
    event: { kind: 'undone', at: now, actor: by.person, data: { move: last.kind } },
  };
}

function assertOwnAndRecent(last: LastMove, by: By, now: number): void {
  if (last.actor !== by.person) {
    throw new AppError('forbidden', 'The last move was somebody else’s. They or a manager can take it back.');
  }
  if (now - last.at > UNDO_WITHIN_MS) {
    throw new AppError('forbidden', 'That is more than 15 minutes ago. A manager can still take it back.');
  }
}
