/**
 * The list of reject reasons as managers keep it: in their order, with new ones added, retired ones kept. A reason is never deleted. What
 * follows from it may change, and holds from then on: a lead keeps what followed when it was rejected.
 *
 * Edited in slack/views/reject-reason/reasons-modal, stored by store/reject-reason.
 */
import type { FieldProblem } from '../../errors.ts';
import { fieldProblem, refuse, refuseFields } from '../refusals.ts';
import { slug } from '../slug.ts';
import type { ReasonNeed, ReasonOutcome, RejectReason } from './reject-reason.ts';

/** A reason in the list, in use or not. */
export interface ListedReason extends RejectReason {
  retiredAt: number | null;
}

/** Slack's menus hold a hundred, and the modal of the list as many blocks, some of which say other things. */
export const MOST_REASONS = 90;
/** Slack cuts an entry of a menu there. */
export const LONGEST_LABEL = 75;

export interface NewReason {
  label: string;
  outcome: ReasonOutcome;
  needs: ReasonNeed | null;
  impliesContact: boolean;
  /** In the manager's words; null: as the outcome says. */
  consequence: string | null;
  whoActs: string | null;
}

type ReasonWords = Pick<NewReason, 'label' | 'consequence' | 'whoActs'>;

/** What is left out stays as it is. */
export type ReasonChange = ReasonWords & Partial<Pick<NewReason, 'outcome' | 'needs' | 'impliesContact'>>;

export function addReason(list: readonly ListedReason[], added: NewReason): ListedReason {
  assertRoom(list);
  const problems = [...labelProblems(list, added.label, null), ...outcomeProblems(added.outcome)];
  if (problems.length > 0) throw refuseFields(problems);
  return {
    ...added,
    code: freeCode(list, added.label),
    needs: needsOf(added),
    counts: added.outcome.kind !== 'dropped',
    retiredAt: null,
  };
}

export function changeReason(
  list: readonly ListedReason[],
  code: string,
  change: ReasonChange,
): ListedReason {
  const reason = reasonIn(list, code);
  const changed = { ...reason, ...change };
  const problems = [...labelProblems(list, change.label, code), ...outcomeProblems(changed.outcome)];
  if (problems.length > 0) throw refuseFields(problems);
  const isOther = JSON.stringify(changed.outcome) !== JSON.stringify(reason.outcome);
  return {
    ...changed,
    needs: needsOf(changed),
    counts: isOther ? changed.outcome.kind !== 'dropped' : reason.counts,
    // Words about what followed before would be wrong now.
    consequence: isOther && change.consequence === reason.consequence ? null : change.consequence,
  };
}

/** A date is asked for where it is rested until one, and nowhere else. */
function needsOf({ outcome, needs }: Pick<NewReason, 'outcome' | 'needs'>): ReasonNeed | null {
  if (outcome.kind === 'rests_until') return 'date';
  return needs === 'date' ? null : needs;
}

export function retireReason(list: readonly ListedReason[], code: string, now: number): ListedReason {
  const reason = reasonIn(list, code);
  if (inUse(list).every((used) => used.code === code)) throw refuse('last_reason');
  return { ...reason, retiredAt: reason.retiredAt ?? now };
}

export function bringBackReason(list: readonly ListedReason[], code: string): ListedReason {
  assertRoom(list);
  return { ...reasonIn(list, code), retiredAt: null };
}

/** One place up or down among those in use; the codes in their new order. At the end of the list it stays. */
export function moveReason(list: readonly ListedReason[], code: string, by: 1 | -1): string[] {
  const codes = inUse(list).map((reason) => reason.code);
  const from = codes.indexOf(code);
  if (from === -1) throw refuse('reason_not_listed');
  const to = Math.min(Math.max(from + by, 0), codes.length - 1);
  codes.splice(to, 0, ...codes.splice(from, 1));
  return codes;
}

export function inUse(list: readonly ListedReason[]): ListedReason[] {
  return list.filter(({ retiredAt }) => retiredAt === null);
}

export function reasonIn(list: readonly ListedReason[], code: string): ListedReason {
  const reason = list.find((known) => known.code === code);
  if (!reason) throw refuse('reason_not_listed');
  return reason;
}

function assertRoom(list: readonly ListedReason[]): void {
  if (inUse(list).length >= MOST_REASONS) throw refuse('too_many_reasons', { most: MOST_REASONS });
}

function labelProblems(list: readonly ListedReason[], label: string, code: string | null): FieldProblem[] {
  if (!label.trim() || label.length > LONGEST_LABEL)
    return [fieldProblem('label', 'reason_label_length', { most: LONGEST_LABEL })];
  const same = list.find((known) => known.code !== code && known.label.toLowerCase() === label.toLowerCase());
  return same ? [fieldProblem('label', 'reason_label_taken', { isRetired: same.retiredAt !== null })] : [];
}

const LONGEST_REST_DAYS = 1095;

function outcomeProblems(outcome: ReasonOutcome): FieldProblem[] {
  if (outcome.kind !== 'rests') return [];
  const { days } = outcome;
  if (Number.isInteger(days) && days >= 1 && days <= LONGEST_REST_DAYS) return [];
  return [fieldProblem('days', 'rest_days_needed', { most: LONGEST_REST_DAYS })];
}

/** Derived from the label, so that reports and exports can be read; never one that was used before. */
function freeCode(list: readonly ListedReason[], label: string): string {
  const wanted = slug(label) || 'reason';
  const taken = new Set(list.map(({ code }) => code));
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.has(`${wanted}_${n}`)) return `${wanted}_${n}`;
}
