import type { Slack } from '../slack.ts';
import { viewJson } from '../wire/view-json.ts';
import type { View } from '../workspace/views.ts';
import { basePayload, ofStep } from './payload.ts';
import { visibleView } from './visible-view.ts';

/** One step back, or the whole stack by its cross; the bot hears of those that asked for it. */
export async function closeView(
  slack: Slack,
  user: string,
  close: { viewId: string; all?: boolean },
): Promise<void> {
  const { views } = slack.workspace;
  const view = visibleView(slack, user, close.viewId);
  const isCleared = close.all === true || view.clearOnClose;
  const stack = views.stack(user);
  const closed = isCleared ? stack : stack.slice(stack.indexOf(view));
  const told = closed.filter((one) => one.notifyOnClose).reverse();
  const payloads = told.map((one) => closedPayload(slack, one, isCleared));
  if (isCleared) views.clear(user);
  else views.close(view);
  slack.changes.announce({ kind: 'views' });
  await Promise.all(payloads.map((payload) => slack.bot.deliver({ kind: 'interactive', payload })));
}

function closedPayload(slack: Slack, view: View, isCleared: boolean) {
  return {
    type: 'view_closed',
    ...basePayload(slack, view.user),
    ...ofStep(slack, view.user, view.stepRun),
    view: viewJson(slack.workspace, view),
    is_cleared: isCleared,
  };
}
