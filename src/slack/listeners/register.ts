/** Everything Tango hears from Slack, as a list. */
import type { App } from '@slack/bolt';
import { registerCameBack } from './came-back.ts';
import { registerHome } from './home.ts';
import { registerInsight } from './insight.ts';
import { registerJot } from './jot.ts';
import { registerLeadButtons } from './lead.ts';
import { registerLeadMenu } from './lead-menu.ts';
import { registerLeadModals } from './lead-modals.ts';
import { registerLeadStep } from './lead-step.ts';
import type { ListenerDeps } from './listen.ts';
import { registerMessageLead } from './message-lead.ts';
import { registerPeople } from './people.ts';
import { registerRouting } from './routing.ts';
import { registerScorecard } from './scorecard.ts';
import { registerDefinition } from './settings/definition.ts';
import { registerRejectReasons } from './settings/reject-reasons.ts';
import { registerSettings } from './settings/settings.ts';
import { registerStory } from './story.ts';
import { registerTangoCommand } from './tango.ts';

export function registerListeners(app: App, deps: ListenerDeps): void {
  registerHome(app, deps);
  registerLeadButtons(app, deps);
  registerLeadMenu(app, deps);
  registerLeadModals(app, deps);
  registerJot(app, deps);
  registerMessageLead(app, deps);
  registerLeadStep(app, deps);
  registerCameBack(app, deps);
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
