import { Temporal } from 'temporal-polyfill';
import { refuseField } from '../refusals.ts';
import type { ReasonOutcome, RejectReason } from '../reject-reason/reject-reason.ts';
import { assertWorkable, type By } from './claim.ts';
import type { Lead } from './lead.ts';
import type { Move, RightPerson } from './lead-event.ts';
import type { LeadState } from './lead-state.ts';
import { assertNoToken } from './token.ts';

export interface RejectInput {
  reason: RejectReason;
  /** YYYY-MM-DD for a reason that needs a date, a whole number for attempts. */
  detail: string | null;
  note: string | null;
  /** For a reason that asks who would be the right one: nobody has to know. */
  right?: RightPerson | null;
}

interface When {
  now: number;
  /** YYYY-MM-DD on the team's calendar. */
  today: string;
}

/** The reason fixes what happens next. */
export function reject(lead: Lead, by: By, input: RejectInput, when: When): Move {
  assertWorkable(lead, by, { states: ['new', 'claimed'], what: 'reject' });
  assertFilledIn(input, when.today);
  const { reason, detail, note } = input;
  const right = reason.needs === 'person' ? (input.right ?? null) : null;
  const rejected: Lead = {
    ...lead,
    state: stateAfter(reason.outcome),
    owner: lead.owner ?? by.person,
    contactedAt: lead.contactedAt ?? (reason.impliesContact ? when.now : null),
    verdictAt: when.now,
    verdictBy: by.person,
    rejection: { reason: reason.code, detail, outcome: reason.outcome.kind },
    verdictNote: note,
    restsUntil: restsUntil(reason.outcome, detail, when.today),
  };
  return {
    lead: rejected,
    event: {
      kind: 'rejected',
      at: when.now,
      actor: by.person,
      data: { reason: reason.code, detail, note, right },
    },
  };
}

function stateAfter(outcome: ReasonOutcome): LeadState {
  switch (outcome.kind) {
    case 'closed':
    case 'dropped':
      return 'rejected';
    case 'returned':
      return 'returned';
    case 'rests':
    case 'rests_until':
      return 'resting';
    default:
      return outcome satisfies never;
  }
}

function restsUntil(outcome: ReasonOutcome, detail: string | null, today: string): string | null {
  if (outcome.kind === 'rests_until') return detail;
  if (outcome.kind !== 'rests') return null;
  return Temporal.PlainDate.from(today).add({ days: outcome.days }).toString();
}

const LONGEST_REST_YEARS = 3;

function assertFilledIn({ reason, detail, note, right }: RejectInput, today: string): void {
  if (reason.needs === 'person') assertNoToken(right?.name ?? null);
  if (reason.needs === 'date') assertRestDate(detail, today);
  if (reason.needs === 'attempts' && !/^[1-9]\d?$/.test(detail ?? '')) {
    throw refuseField('detail', 'attempts_needed');
  }
  if (reason.needs === 'note' && !note?.trim()) throw refuseField('note', 'note_needed');
  // Which lead it is was not said, or it is none of ours.
  if (reason.needs === 'lead' && !note?.trim()) throw refuseField('duplicateOf', 'duplicate_needed');
}

function assertRestDate(detail: string | null, today: string): void {
  if (!detail) throw refuseField('detail', 'rest_date_needed');
  if (detail <= today) throw refuseField('detail', 'day_not_later');
  const latest = Temporal.PlainDate.from(today).add({ years: LONGEST_REST_YEARS }).toString();
  if (detail > latest) throw refuseField('detail', 'rest_too_long', { years: LONGEST_REST_YEARS });
}
