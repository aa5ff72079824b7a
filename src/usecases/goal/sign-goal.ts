import { goalDm } from '../../domain/announcements/team.ts';
import { type Goal, type GoalId, signGoal as sign } from '../../domain/goal/goal.ts';
import { targetIn } from '../../domain/goal/target.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { replaced } from '../../domain/team/signing.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findGoal, listGoalsOf, upsertGoal } from '../../store/goal/goal.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { announceGoal, recordGoal } from './goal-news.ts';

/** It counts from now on, and what counted before it does no more. */
export function signGoal(ctx: Context, { id, person }: { id: GoalId; person: PersonId }): Promise<Goal> {
  const run = async (work: Work) => {
    const { tx, now, settings } = work;
    const goal = await findGoal(tx, id);
    if (!goal) throw refuse('goal_not_found');
    work.ifRefused((again) => announceGoal(again, goal));
    const signed = sign(goal, { person, now, today: dayIn(settings.timezone, now) }, settings);
    await upsertGoal(tx, signed);
    const before = (await listGoalsOf(tx, goal)).find(
      (each) => each.id !== id && each.signedAt !== null && each.end === null,
    );
    if (before) await upsertGoal(tx, replaced(before, now));
    await announceGoal(work, signed, before ? replaced(before, now) : null);
    await work.announce(goalDm(signed, 'signed'));
    await recordGoal(work, signed, {
      did: 'counts',
      before: before ? { goal: targetIn(before) } : null,
      after: { goal: targetIn(signed) },
    });
    return signed;
  };
  return perform(ctx, person, run, { locksSettings: true });
}
