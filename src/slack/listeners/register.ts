/** Everything Tango hears from Slack, as a list. */
import type { App } from '@slack/bolt';
import type { ListenerDeps } from './hear/listen.ts';
import { registerHome } from './home.ts';
import { registerInsight } from './insight/insight.ts';
import { registerStory } from './insight/story.ts';
import { registerCameBack } from './lead/came-back.ts';
import { registerJot } from './lead/jot.ts';
import { registerLeadButtons } from './lead/lead.ts';
import { registerLeadMenu } from './lead/lead-menu.ts';
import { registerLeadModals } from './lead/lead-modals.ts';
import { registerLeadStep } from './lead/lead-step.ts';
import { registerMessageLead } from './lead/message-lead.ts';
import { registerScorecard } from './scorecard.ts';
import { registerDefinition } from './settings/definition.ts';
import { registerRejectReasons } from './settings/reject-reasons.ts';
import { registerSettings } from './settings/settings.ts';
import { registerTangoCommand } from './tango.ts';
import { registerPeople } from './team/people.ts';
import { registerRouting } from './team/routing.ts';

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
