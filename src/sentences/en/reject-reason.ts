import type { ReasonOutcome, RejectReason } from '../../domain/reject-reason/reject-reason.ts';
import { count } from './count.ts';

/** What happens next: in the managers' words, or as the outcome says. */
export function sayConsequence({
  consequence,
  outcome,
}: Pick<RejectReason, 'consequence' | 'outcome'>): string {
  return consequence ?? sayOutcome(outcome);
}

export function sayWhoActs({ whoActs }: Pick<RejectReason, 'whoActs'>): string {
  return whoActs ?? 'nobody';
}

function sayOutcome(outcome: ReasonOutcome): string {
  switch (outcome.kind) {
    case 'closed':
      return 'closed';
    case 'dropped':
      return 'dropped, in no rate';
    case 'returned':
      return 'marketing mends it, comes back as new';
    case 'rests':
      return `rests ${count(outcome.days, 'day')}`;
    case 'rests_until':
      return 'comes back to you on a date';
    default:
      return outcome satisfies never;
  }
}
