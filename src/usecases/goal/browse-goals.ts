import { type Goal, inOrder, standingOf } from '../../domain/goal/goal.ts';
import { countedOf, paceOf } from '../../domain/goal/pace.ts';
import type { GoalsPage, RunningGoal } from '../../domain/goal/scenes.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { mayPropose, maySign } from '../../domain/team/signing.ts';
import { teamCalendar } from '../../domain/time/calendar.ts';
import { dayIn } from '../../domain/time/day.ts';
import { listGoals } from '../../store/goal/goal.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { readReached } from './read-reached.ts';

interface PageWish {
  person: PersonId;
  offset: number;
  limit: number;
}

/** Everybody of the team may look at them. */
export function browseGoals(ctx: Context, { person, offset, limit }: PageWish): Promise<GoalsPage> {
  return perform(ctx, person, async (work) => {
    const { tx, settings, now } = work;
    const today = dayIn(settings.timezone, now);
    const goals = await listGoals(tx);
    const among = (standing: string) => goals.filter((goal) => standingOf(goal, today) === standing);
    const past = goals.filter((goal) => !['proposed', 'counts'].includes(standingOf(goal, today)));
    return {
      proposed: inOrder(among('proposed')).map((goal) => ({
        goal,
        may: { sign: maySign(goal, person, settings), withdraw: goal.proposedBy === person },
      })),
      running: await withPace(work, inOrder(among('counts'))),
      past: past.slice(offset, offset + limit),
      pastCount: past.length,
      mayPropose: mayPropose(settings, person),
      timezone: settings.timezone,
      today,
    };
  });
}

async function withPace({ tx, settings, now }: Work, goals: readonly Goal[]): Promise<RunningGoal[]> {
  const time = { at: now, calendar: teamCalendar(settings) };
  const running: RunningGoal[] = [];
  for (const goal of goals) {
    const counted = countedOf(goal.period, time);
    const reached = await readReached(tx, counted, goal.currency ?? settings.currency);
    running.push({ goal, pace: paceOf(goal, reached, time) });
  }
  return running;
}
