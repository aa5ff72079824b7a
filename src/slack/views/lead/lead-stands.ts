import type { LeadState } from '../../../domain/lead/lead-state.ts';

/** How a lead stands, in a word. */
export const STANDS: Record<LeadState, string> = {
  new: 'not claimed',
  claimed: 'claimed',
  qualified: 'qualified',
  rejected: 'rejected',
  resting: 'resting',
  returned: 'back with marketing',
  won: 'won',
  lost: 'lost',
  merged: 'merged',
};
