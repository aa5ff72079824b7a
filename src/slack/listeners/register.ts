/** Everything Tango hears from Slack, as a list. */
import type { App } from '@slack/bolt';
import { registerDefinition } from './definition/definition.ts';
import type { ListenerDeps } from './edge/listen.ts';
import { registerHome } from './home.ts';
import { registerInsight } from './insight/insight.ts';
import { registerEntry } from './lead/entry.ts';
import { registerFromMessage } from './lead/from-message.ts';
import { registerLeadButtons } from './lead/lead.ts';
import { registerLeadMenu } from './lead/lead-menu.ts';
import { registerLeadModals } from './lead/lead-modals.ts';
import { registerLeadStep } from './lead/lead-step.ts';
import { registerMatch } from './lead/match.ts';
import { registerRejectReasons } from './reject-reason/reject-reasons.ts';
import { registerRouting } from './routing/routing.ts';
import { registerScorecard } from './scorecard.ts';
import { registerStory } from './story/story.ts';
import { registerTangoCommand } from './tango.ts';
import { registerPeople } from './team/people.ts';
import { registerSettings } from './team/settings.ts';

export function registerListeners(app: App, deps: ListenerDeps): void {
  registerHome(app, deps);
  registerLeadButtons(app, deps);
  registerLeadMenu(app, deps);
  registerLeadModals(app, deps);
  registerEntry(app, deps);
  registerFromMessage(app, deps);
  registerLeadStep(app, deps);
  registerMatch(app, deps);
  registerInsight(app, deps);
  registerStory(app, deps);
  registerScorecard(app, deps);
  registerPeople(app, deps);
  registerRouting(app, deps);
  registerTangoCommand(app, deps);
  registerSettings(app, deps);
  registerRejectReasons(app, deps);
  registerDefinition(app, deps);
}
