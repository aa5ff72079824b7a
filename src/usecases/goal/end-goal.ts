import { goalDm } from '../../domain/announcements/team.ts';
import type { Goal, GoalId } from '../../domain/goal/goal.ts';
import { targetIn } from '../../domain/goal/target.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { type Deed, declined, withdrawn } from '../../domain/team/signing.ts';
import { findGoal, upsertGoal } from '../../store/goal/goal.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { announceGoal, recordGoal } from './goal-news.ts';

interface Which {
  id: GoalId;
  person: PersonId;
}

/** The one that may be declined, for the modal that asks why. */
export function loadGoal(ctx: Context, { id, person }: Which): Promise<Goal> {
  return perform(ctx, person, async ({ tx, settings, now }) => {
    const goal = await findGoal(tx, id);
    if (!goal) throw refuse('goal_not_found');
    declined(goal, { person, now, reason: '-' }, settings);
    return goal;
  });
}

/** By whoever could sign it. Who has proposed it reads why. */
export function declineGoal(
  ctx: Context,
  { reason, ...which }: Which & { reason: string | null },
): Promise<Goal> {
  return end(ctx, which, async (work, goal, deed) => {
    const ended = declined(goal, { ...deed, reason }, work.settings);
    await work.announce(goalDm(ended, 'declined'));
    await recordGoal(work, ended, {
      did: 'declined',
      before: { goal: targetIn(goal) },
      after: ended.end?.reason ?? null,
    });
    return ended;
  });
}

/** By who has proposed it. */
export function withdrawGoal(ctx: Context, which: Which): Promise<Goal> {
  return end(ctx, which, async (work, goal, deed) => {
    const ended = withdrawn(goal, deed);
    await recordGoal(work, ended, { did: 'withdrawn', before: { goal: targetIn(goal) }, after: null });
    return ended;
  });
}

type EndGoal = (work: Work, goal: Goal, deed: Deed) => Promise<Goal>;

function end(ctx: Context, { id, person }: Which, run: EndGoal): Promise<Goal> {
  const inWork = async (work: Work) => {
    const goal = await findGoal(work.tx, id);
    if (!goal) throw refuse('goal_not_found');
    work.ifRefused((again) => announceGoal(again, goal));
    const ended = await run(work, goal, { person, now: work.now });
    await upsertGoal(work.tx, ended);
    await announceGoal(work, ended);
    return ended;
  };
  return perform(ctx, person, inWork, { locksSettings: true });
}
