/** Who may record what was spent, and what a person may say of it. Files and programs are held to the same by their schema. */
import { fieldProblem, readThen, refuse, refuseField, refuseFields } from '../refusals.ts';
import { tidyName } from '../source/fold.ts';
import type { PersonId } from '../team/actor.ts';
import { isManager, isMarketer, type Settings } from '../team/settings.ts';
import type { Days } from './overlap.ts';
import type { Side, Spend } from './spend.ts';
import { typedAmount } from './typed-amount.ts';

export const LONGEST_NOTE = 200;

export const MOST_YEARS = 2;

/** Marketing's work, and the managers’. */
export function assertMayRecordSpend(
  settings: Pick<Settings, 'managers' | 'marketers'>,
  person: PersonId,
): void {
  if (isMarketer(settings, person) || isManager(settings, person)) return;
  throw refuse('spend_not_yours', { people: [...settings.marketers, ...settings.managers].slice(0, 5) });
}

/** As a person fills it in. */
export interface ToldSpend {
  note: string | null;
  /** In major units, as typed. */
  amount: string | null;
  /** ISO 4217, as chosen. */
  currency: string | null;
  /** Null: what was typed is neither days nor a month. */
  days: Days | null;
  side: Side | null;
  source: string | null;
  campaign: string | null;
}

/** What is wrong with it is said of all its fields at once. */
export function spendOf(told: ToldSpend, known: { today: string; currency: string }): NotedSpend {
  const { amount, currency, days, side, source, campaign } = told;
  const note = tidyName(told.note ?? '') || null;
  const spend = readThen(
    () => typedAmount(amount, { said: currency, assumed: known.currency }),
    (read) => {
      const problems = problemsOf({ ...told, note }, known.today);
      if (problems.length > 0) throw refuseFields(problems);
      return read && days && side && { side, note, source, campaign, ...days, amount: read };
    },
  );
  if (!spend) throw refuseField('amount', 'amount_unreadable');
  return spend;
}

type NotedSpend = Spend & { note: string | null };

function problemsOf({ note, amount, days, side, source, campaign }: ToldSpend, today: string) {
  const isNobodys = source === null && campaign === null;
  return [
    // A sum of which nobody can say what it was for.
    ...(note === null && isNobodys ? [fieldProblem('note', 'spend_note_needed')] : []),
    ...(note !== null && note.length > LONGEST_NOTE
      ? [fieldProblem('note', 'spend_note_length', { most: LONGEST_NOTE })]
      : []),
    ...(amount?.trim() ? [] : [fieldProblem('amount', 'amount_unreadable')]),
    ...daysProblems(days, today),
    ...(side === null ? [fieldProblem('side', 'spend_side_needed')] : []),
  ];
}

function daysProblems(days: Days | null, today: string) {
  if (days === null) return [fieldProblem('days', 'spend_days_unreadable')];
  if (days.from > days.to) return [fieldProblem('days', 'spend_days_backwards')];
  if (isTooLong(days)) return [fieldProblem('days', 'spend_days_too_many', { years: MOST_YEARS })];
  return isTooFar(days, today) ? [fieldProblem('days', 'spend_days_ahead')] : [];
}

export function isTooLong({ from, to }: Days): boolean {
  const year = String(Number(from.slice(0, 4)) + MOST_YEARS).padStart(4, '0');
  return to >= `${year}${from.slice(4)}`;
}

/** Beyond the end of the next year it is a slip of the hand. */
export function isTooFar({ to }: Days, today: string): boolean {
  return Number(to.slice(0, 4)) > Number(today.slice(0, 4)) + 1;
}
