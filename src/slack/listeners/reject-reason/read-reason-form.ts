/** What was filled into the modals of a reject reason, validated: it comes from outside. */
import { z } from 'zod';
import type { NewReason, ReasonChange } from '../../../domain/reject-reason/reason-list.ts';
import type { ReasonOutcome } from '../../../domain/reject-reason/reject-reason.ts';
import { REASON_FIELD } from '../../action-ids.ts';
import { checked } from '../edge/checked.ts';
import { chosen, type FormValues, ticked, typed } from '../edge/form-values.ts';

const Words = z.object({
  /** Empty is the domain's to refuse, beside all else. */
  label: z
    .string()
    .nullable()
    .transform((text) => text ?? ''),
  consequence: z.string().max(75).nullable(),
  whoActs: z.string().max(60).nullable(),
});

const Added = Words.extend({
  outcome: z.enum(['closed', 'dropped', 'returned', 'rests', 'rests_until'], 'What happens next?'),
  /** What is no number is the domain's to refuse, beside all else. */
  days: z.string().nullable().transform(Number),
  needs: z.enum(['nothing', 'attempts', 'note', 'lead', 'person']),
  impliesContact: z.boolean(),
});

/** A form that a version before this one had opened asks for words alone. */
export function readChange(values: FormValues): ReasonChange {
  return REASON_FIELD.outcome in values ? readNewReason(values) : checked(Words, wordsIn(values));
}

export function readNewReason(values: FormValues): NewReason {
  const { outcome, days, needs, ...rest } = checked(Added, {
    ...wordsIn(values),
    outcome: chosen(values, REASON_FIELD.outcome),
    days: typed(values, REASON_FIELD.days),
    needs: chosen(values, REASON_FIELD.needs) ?? 'nothing',
    impliesContact: ticked(values, REASON_FIELD.impliesContact).length > 0,
  });
  const follows: ReasonOutcome = outcome === 'rests' ? { kind: outcome, days } : { kind: outcome };
  return { ...rest, outcome: follows, needs: needs === 'nothing' ? null : needs };
}

function wordsIn(values: FormValues) {
  return {
    label: typed(values, REASON_FIELD.label),
    consequence: typed(values, REASON_FIELD.consequence),
    whoActs: typed(values, REASON_FIELD.whoActs),
  };
}
