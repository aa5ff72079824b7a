import { suggestedTarget } from '../../domain/goal/basis.ts';
import { type Goal, type GoalDraft, type GoalId, proposeGoal as propose } from '../../domain/goal/goal.ts';
import type { GoalKind } from '../../domain/goal/kinds.ts';
import { offeredPeriods, type Period } from '../../domain/goal/period.ts';
import type { GoalFormScene } from '../../domain/goal/scenes.ts';
import { targetIn } from '../../domain/goal/target.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { assertMayPropose, isOpen } from '../../domain/team/signing.ts';
import { dayIn } from '../../domain/time/day.ts';
import { listGoalsOf, upsertGoal } from '../../store/goal/goal.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { announceGoal, recordGoal } from './goal-news.ts';
import { readBasis } from './read-basis.ts';

interface Wish {
  kind: GoalKind;
  /** Null: this month. */
  period: Period | null;
}

/** What the modal is drawn from, for somebody who may propose. */
export function prepareGoal(ctx: Context, person: PersonId, wish: Wish): Promise<GoalFormScene> {
  return perform(ctx, person, async (work) => {
    const { settings, now } = work;
    assertMayPropose(settings, person);
    const offered = offeredPeriods(dayIn(settings.timezone, now));
    const period = wish.period ?? offered[0] ?? ('' as Period);
    const basis = await readBasis(work.tx, wish.kind, work);
    const suggested = suggestedTarget(wish.kind, period, basis);
    return { kind: wish.kind, period, offered, currency: settings.currency, basis, suggested };
  });
}

export function proposeGoal(ctx: Context, draft: GoalDraft): Promise<Goal> {
  const run = async (work: Work) => {
    const { tx, now, settings, newId } = work;
    const known = await listGoalsOf(tx, draft);
    const goal = propose(draft, {
      settings,
      open: known.find(isOpen) ?? null,
      lastVersion: known[0]?.version ?? 0,
      id: newId('goal') as GoalId,
      now,
      today: dayIn(settings.timezone, now),
    });
    await upsertGoal(tx, goal);
    await announceGoal(work, goal);
    const current = known.find(({ signedAt, end }) => signedAt !== null && end === null);
    await recordGoal(work, goal, {
      did: 'proposed',
      before: current ? { goal: targetIn(current) } : null,
      after: { goal: targetIn(goal) },
    });
    return goal;
  };
  // Held, so that of two who propose the same at once one is told.
  return perform(ctx, draft.person, run, { locksSettings: true });
}
