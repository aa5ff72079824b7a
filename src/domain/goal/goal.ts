/**
 * A goal: what both sides want to reach in a month or a quarter. It counts once one person of each side has signed; who proposes it has
 * signed for their own.
 *
 * Of a kind and period one is proposed at a time. A new one takes the place of the one that counts when it is signed; all of them are kept.
 * Shown by slack/views/goal and in the scorecard, stored by store/goal.
 */
import { refuse, refuseField } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import type { Settings } from '../team/settings.ts';
import { isOpen, proposedBy, type Roles, type Signed, withSignature } from '../team/signing.ts';
import { GOAL_KINDS, type GoalKind } from './kinds.ts';
import { daysOf, isMonth, type Period } from './period.ts';
import { readTarget } from './target.ts';

export type GoalId = string & { readonly __goal: never };

export interface Goal extends Signed {
  id: GoalId;
  kind: GoalKind;
  period: Period;
  /** Counted for each kind and period. */
  version: number;
  /** How many; of money, minor units. */
  target: number;
  /** Of money, ISO 4217; null: it is a number. */
  currency: string | null;
  /** Where it was announced. */
  channel: string;
}

export interface GoalDraft {
  person: PersonId;
  kind: GoalKind;
  period: Period;
  /** As it was typed. */
  amount: string | null;
}

interface Standing {
  settings: Pick<Settings, 'managers' | 'marketers' | 'scorecardChannel' | 'leadsChannel' | 'currency'>;
  /** Of the same kind and period: the one that waits for signatures, and the highest version so far. */
  open: Goal | null;
  lastVersion: number;
  id: GoalId;
  now: number;
  /** YYYY-MM-DD. */
  today: string;
}

export function proposeGoal({ person, kind, period, amount }: GoalDraft, standing: Standing): Goal {
  const { settings, open, lastVersion, id, now, today } = standing;
  const signed = proposedBy({ person, now }, settings);
  if (open) throw refuse('goal_proposed_already', { by: open.proposedBy });
  assertNotOver(period, today);
  const { target, currency } = readTarget(kind, amount, settings.currency);
  const channel = settings.scorecardChannel ?? settings.leadsChannel;
  if (channel === null) throw refuse('proposal_channel_needed');
  return { ...signed, id, kind, period, version: lastVersion + 1, target, currency, channel };
}

export function signGoal(
  goal: Goal,
  { person, now, today }: { person: PersonId; now: number; today: string },
  settings: Roles,
): Goal {
  if (isOpen(goal)) assertNotOver(goal.period, today);
  return withSignature(goal, { person, now }, settings);
}

export function isOver({ period }: Pick<Goal, 'period'>, today: string): boolean {
  return daysOf(period).to < today;
}

export type GoalStanding =
  | 'proposed'
  | 'counts'
  | 'over'
  | 'not_signed'
  | 'declined'
  | 'withdrawn'
  | 'replaced';

export function standingOf(goal: Goal, today: string): GoalStanding {
  if (goal.end) return goal.end.how;
  const hasEnded = isOver(goal, today);
  if (goal.signedAt === null) return hasEnded ? 'not_signed' : 'proposed';
  return hasEnded ? 'over' : 'counts';
}

/** In the order of kinds; those of a month before those of a quarter. */
export function inOrder<T extends Pick<Goal, 'kind' | 'period'>>(goals: readonly T[]): T[] {
  const rank = ({ kind, period }: T) =>
    Number(!isMonth(period)) * GOAL_KINDS.length + GOAL_KINDS.indexOf(kind);
  return goals.toSorted((a, b) => rank(a) - rank(b) || a.period.localeCompare(b.period));
}

function assertNotOver(period: Period, today: string): void {
  if (isOver({ period }, today)) throw refuseField('period', 'goal_period_over', { period });
}
