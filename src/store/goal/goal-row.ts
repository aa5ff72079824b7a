import type { Goal } from '../../domain/goal/goal.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { SignedEnd } from '../../domain/team/signing.ts';

export interface GoalRow extends Omit<Goal, 'signatures' | 'asked' | 'end'> {
  signedByMarketing: PersonId | null;
  signedBySales: PersonId | null;
  endedHow: SignedEnd['how'] | null;
  endedBy: PersonId | null;
  endedAt: number | null;
  endedReason: string | null;
}
