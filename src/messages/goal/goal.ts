import type { RefOf } from '../../domain/announcement.ts';
import { living } from '../../domain/team/person.ts';
import { isCovered } from '../../domain/team/sharing.ts';
import { isOpen } from '../../domain/team/signing.ts';
import { sayBasis } from '../../sentences/en/goal.ts';
import { goalNews, goalPost } from '../../slack/views/goal/goal-post.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { findGoal } from '../../store/goal/goal.ts';
import { readBasis } from '../../usecases/goal/read-basis.ts';
import type { TeamReading } from '../reading.ts';

export async function renderGoalPost(
  reading: TeamReading,
  { goalId }: RefOf<'goal_post'>,
): Promise<MessageView | null> {
  const { tx, settings } = reading;
  const goal = await findGoal(tx, goalId);
  if (!goal) return null;
  const { kind, currency } = goal;
  const basis = isOpen(goal)
    ? sayBasis(kind, await readBasis(tx, kind, reading), currency ?? settings.currency)
    : null;
  const called = {
    marketing: living(settings.marketers, settings),
    sales: living(settings.managers, settings),
  };
  const { timezone } = settings;
  return goalPost({ goal, basis, timezone, called, isCovered: isCovered(settings, goal.channel) });
}

export async function renderGoalDm(
  { tx }: TeamReading,
  { goalId, about }: RefOf<'goal_dm'>,
): Promise<MessageView | null> {
  const goal = await findGoal(tx, goalId);
  return goal && goalNews(goal, about);
}
