/** Everything Tango hears from Slack, as a list. */
import type { App } from '@slack/bolt';
import { registerInsight } from './insight.ts';
import { registerLeadButtons } from './lead.ts';
import { registerLeadMenu } from './lead-menu.ts';
import { registerLeadModals } from './lead-modals.ts';
import type { ListenerDeps } from './listen.ts';
import { registerPeople } from './people.ts';
import { registerScorecard } from './scorecard.ts';
import { registerStory } from './story.ts';
import { registerTangoCommand } from './tango.ts';

export function registerListeners(app: App, deps: ListenerDeps): void {
  registerLeadButtons(app, deps);
  registerLeadMenu(app, deps);
  registerLeadModals(app, deps);
  registerInsight(app, deps);
  registerStory(app, deps);
  registerScorecard(app, deps);
  registerPeople(app, deps);
  registerTangoCommand(app, deps);
}
