/** What is shown and kept of whatever is done with a goal. */
import { goalPost } from '../../domain/announcements/team.ts';
import type { Goal } from '../../domain/goal/goal.ts';
import type { AuditValue, GoalDeed } from '../../domain/team/audit.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { recordAudit } from '../team/record-audit.ts';
import type { Work } from '../work.ts';

interface Told {
  did: GoalDeed;
  before: AuditValue;
  after: AuditValue;
}

/** Its post, and the Homes of whoever may have to sign it. */
export async function announceGoal(work: Work, ...goals: readonly (Goal | null)[]): Promise<void> {
  const { settings } = work;
  await work.announce(...goals.map((goal) => goal && goalPost(goal)));
  const people = goals.flatMap((goal) => goal?.proposedBy ?? []);
  await announceHomes(work, [...people, ...settings.managers, ...settings.marketers]);
}

export async function recordGoal(work: Work, goal: Goal, { did, before, after }: Told): Promise<void> {
  const { kind, period, version } = goal;
  const person = work.by;
  await recordAudit(work, person, [{ what: { code: 'goal', did, kind, period, version }, before, after }]);
}
