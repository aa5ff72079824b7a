/**
 * Which move ends which promise how, as data; docs/promises.md is the same for people, and a test holds them against each other.
 *
 * A cell says how a running promise ends when the move comes before its due time. After it the promise is broken, whatever the cell says.
 * `goes_on`: the move ends nothing. `none`: there is no such promise when that move comes.
 */
import type { Lead } from '../lead/lead.ts';
import type { LeadEvent } from '../lead/lead-event.ts';
import type { StoryEventKind } from '../story/story.ts';
import type { LeadPromiseKind, StoryPromiseKind } from './kinds.ts';
import type { InTime } from './promise.ts';

export type Ending = InTime | 'goes_on' | 'none';

/** Moves of a lead, as far as promises tell them apart. Undo and split are no rows: they give back what the undone move has changed. */
export const LEAD_MOVES = {
  claimed: { claim: 'kept', take: 'kept', contact: 'none', verdict: 'none', mend: 'none' },
  /** By whoever brought it, as they brought it. */
  entered: { claim: 'entered', take: 'none', contact: 'none', verdict: 'none', mend: 'none' },
  /** By somebody or by turn: assigned is not claimed. */
  assigned: { claim: 'assigned', take: 'none', contact: 'none', verdict: 'none', mend: 'none' },
  contacted: { claim: 'none', take: 'kept', contact: 'kept', verdict: 'goes_on', mend: 'none' },
  qualified: { claim: 'kept', take: 'kept', contact: 'judged_unseen', verdict: 'kept', mend: 'none' },
  rejected: { claim: 'kept', take: 'kept', contact: 'judged_unseen', verdict: 'kept', mend: 'none' },
  /** For a reason that only a contact can have told. */
  rejected_after_contact: { claim: 'kept', take: 'kept', contact: 'kept', verdict: 'kept', mend: 'none' },
  /** What the CRM says comes in any state. */
  won: {
    claim: 'outcome_known',
    take: 'outcome_known',
    contact: 'outcome_known',
    verdict: 'outcome_known',
    mend: 'outcome_known',
  },
  lost: {
    claim: 'outcome_known',
    take: 'outcome_known',
    contact: 'outcome_known',
    verdict: 'outcome_known',
    mend: 'outcome_known',
  },
  released: { claim: 'none', take: 'released', contact: 'released', verdict: 'released', mend: 'none' },
  /** By Tango, of an owner who was silent. */
  silent: { claim: 'none', take: 'silent', contact: 'silent', verdict: 'silent', mend: 'none' },
  /** By Tango, of an account that is deactivated. */
  deactivated: {
    claim: 'none',
    take: 'deactivated',
    contact: 'deactivated',
    verdict: 'deactivated',
    mend: 'none',
  },
  handed_over: {
    claim: 'none',
    take: 'handed_over',
    contact: 'handed_over',
    verdict: 'handed_over',
    mend: 'none',
  },
  snoozed: { claim: 'goes_on', take: 'goes_on', contact: 'goes_on', verdict: 'goes_on', mend: 'none' },
  /** Out of a snooze, before its day. */
  woken: { claim: 'goes_on', take: 'goes_on', contact: 'goes_on', verdict: 'goes_on', mend: 'none' },
  reopened: { claim: 'none', take: 'none', contact: 'none', verdict: 'none', mend: 'reopened' },
  came_off_rest: { claim: 'none', take: 'none', contact: 'none', verdict: 'none', mend: 'none' },
  mended: { claim: 'none', take: 'none', contact: 'none', verdict: 'none', mend: 'kept' },
  merged_away: { claim: 'merged', take: 'merged', contact: 'merged', verdict: 'merged', mend: 'merged' },
  /** The one that stays; where somebody had the other one, they have this one now. */
  merged_in: { claim: 'kept', take: 'goes_on', contact: 'goes_on', verdict: 'goes_on', mend: 'merged' },
} as const satisfies Record<string, Record<LeadPromiseKind, Ending>>;

export type LeadMove = keyof typeof LEAD_MOVES;

/** Of a story, and of the request that it answers. */
export const STORY_MOVES = {
  asked: { decide: 'none', answer: 'none' },
  told: { decide: 'none', answer: 'kept' },
  retold: { decide: 'none', answer: 'kept' },
  accepted: { decide: 'kept', answer: 'kept' },
  /** The story's teller owes the rest of it. */
  asked_back: { decide: 'kept', answer: 'goes_on' },
  declined: { decide: 'kept', answer: 'goes_on' },
  published: { decide: 'none', answer: 'none' },
} as const satisfies Record<Exclude<StoryEventKind, 'exception'> | 'asked', Record<StoryPromiseKind, Ending>>;

export type StoryMoveName = keyof typeof STORY_MOVES;

/** Null: it ends nothing by itself, nor starts anything. */
export function leadMoveOf(event: LeadEvent, { from, to }: { from: Lead; to: Lead }): LeadMove | null {
  switch (event.kind) {
    case 'claimed':
      return event.at === from.createdAt ? 'entered' : 'claimed';
    case 'rejected':
      return from.contactedAt === null && to.contactedAt !== null ? 'rejected_after_contact' : 'rejected';
    case 'released':
      return RELEASED[event.data.why ?? 'by_owner'];
    case 'merged':
      return 'into' in event.data ? 'merged_away' : 'merged_in';
    default:
      return event.kind in LEAD_MOVES ? (event.kind as LeadMove) : null;
  }
}

const RELEASED = { by_owner: 'released', silent: 'silent', gone: 'deactivated' } as const;
