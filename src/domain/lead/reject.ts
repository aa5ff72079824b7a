import { Temporal } from 'temporal-polyfill';
import { AppError } from '../../errors.ts';
import type { ReasonOutcome, RejectReason } from '../reject-reason/reject-reason.ts';
import { assertWorkable, type By } from './claim.ts';
import type { Lead, LeadState } from './lead.ts';
import type { Move } from './lead-event.ts';

export interface RejectInput {
  reason: RejectReason;
  /** YYYY-MM-DD for a reason that needs a date, a whole number for attempts. */
  detail: string | null;
  note: string | null;
}

/** The field of the form that a refusal is about, so that the modal can say it right there. */
type RejectField = 'reason' | 'detail' | 'note';

interface When {
  now: number;
  /** YYYY-MM-DD on the team's calendar. */
  today: string;
}

/** The reason fixes what happens next. */
export function reject(lead: Lead, by: By, input: RejectInput, when: When): Move {
  assertWorkable(lead, by, ['new', 'claimed']);
  assertFilledIn(input, when.today);
  const { reason, detail, note } = input;
  const rejected: Lead = {
    ...lead,
    state: stateAfter(reason.outcome),
    owner: lead.owner ?? by.person,
    contactedAt: lead.contactedAt ?? (reason.impliesContact ? when.now : null),
    verdictAt: when.now,
    verdictBy: by.person,
    rejection: { reason: reason.code, detail },
    verdictNote: note,
    restsUntil: restsUntil(reason.outcome, detail, when.today),
  };
  return {
    lead: rejected,
    event: { kind: 'rejected', at: when.now, actor: by.person, data: { reason: reason.code, detail, note } },
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

const LATEST_REST = { years: 3 };

function assertFilledIn({ reason, detail, note }: RejectInput, today: string): void {
  if (reason.needs === 'date') assertRestDate(detail, today);
  if (reason.needs === 'attempts' && !/^[1-9]\d?$/.test(detail ?? '')) {
    throw fieldError('detail', 'How many times did you try? A number from 1 to 99.');
  }
  if (reason.needs === 'note' && !note?.trim()) throw fieldError('note', 'Please say in a few words why.');
}

function assertRestDate(detail: string | null, today: string): void {
  if (!detail) throw fieldError('detail', 'On which day should it come back?');
  if (detail <= today) throw fieldError('detail', 'Please choose a day after today.');
  const latest = Temporal.PlainDate.from(today).add(LATEST_REST).toString();
  if (detail > latest) throw fieldError('detail', 'That is more than three years away.');
}

function fieldError(field: RejectField, message: string): AppError {
  return new AppError('invalid', message, { problems: [{ field, message }] });
}
