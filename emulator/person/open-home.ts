import type { Slack } from '../slack.ts';
import { viewJson } from '../wire/view-json.ts';
import type { View } from '../workspace/views.ts';

/** A visit to the app's Home; the bot hears of every one. */
export function openHome(slack: Slack, user: string): View | undefined {
  const { workspace, clock } = slack;
  const conversation = workspace.conversations.direct(user, workspace.app.botUserId, clock.now());
  const home = workspace.views.home(user);
  slack.events.publish('app_home_opened', {
    type: 'app_home_opened',
    user,
    channel: conversation.id,
    tab: 'home',
    event_ts: workspace.newTs(),
    ...(home === undefined ? {} : { view: viewJson(workspace, home) }),
  });
  return home;
}
