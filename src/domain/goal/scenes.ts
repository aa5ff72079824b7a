/** What the views of goals are drawn from. */
import type { GoalBasis } from './basis.ts';
import type { Goal } from './goal.ts';
import type { GoalKind } from './kinds.ts';
import type { GoalPace } from './pace.ts';
import type { Period } from './period.ts';

export interface GoalFormScene {
  kind: GoalKind;
  period: Period;
  offered: Period[];
  currency: string;
  basis: GoalBasis | null;
  /** In minor units of money; null: nothing shows how much is usual. */
  suggested: number | null;
}

export interface ProposedGoal {
  goal: Goal;
  may: { sign: boolean; withdraw: boolean };
}

export interface RunningGoal {
  goal: Goal;
  pace: GoalPace;
}

export interface GoalsPage {
  proposed: ProposedGoal[];
  running: RunningGoal[];
  /** What is over, whichever way it ended, the last proposed first: a page of them. */
  past: Goal[];
  pastCount: number;
  mayPropose: boolean;
  timezone: string;
  today: string;
}
