/** Everything Tango hears from Slack, noun by noun, and the one place that registers it. */
import type { App } from '@slack/bolt';
import { BROUGHT_FILE_LISTENERS } from './brought-file/brought-file.ts';
import { DEFINITION_LISTENERS } from './definition/definition.ts';
import { listenToClick } from './edge/click.ts';
import { listenToCommand } from './edge/command.ts';
import { listenToEvent } from './edge/event.ts';
import type { Edge, ListenerDeps, MayAct } from './edge/listen.ts';
import { mayActByIdentity } from './edge/may-act.ts';
import { listenToForm } from './edge/on-form.ts';
import { listenToOptions } from './edge/options.ts';
import { listenToShortcut } from './edge/shortcut.ts';
import { listenToStep } from './edge/step.ts';
import type { Listeners } from './edge/table.ts';
import { GOAL_LISTENERS } from './goal/goal.ts';
import { HOME_LISTENERS } from './home.ts';
import { INSIGHT_LISTENERS } from './insight/insight.ts';
import { LEAD_LISTENERS } from './lead/lead.ts';
import { REJECT_REASON_LISTENERS } from './reject-reason/reject-reason.ts';
import { REJECTS_LISTENERS } from './rejects/rejects.ts';
import { ROUTING_LISTENERS } from './routing/routing.ts';
import { SCORECARD_LISTENERS } from './scorecard.ts';
import { SOURCE_LISTENERS } from './source/source.ts';
import { SPEND_LISTENERS } from './spend/spend.ts';
import { STORY_LISTENERS } from './story/story.ts';
import { TANGO_LISTENERS } from './tango.ts';
import { TEAM_LISTENERS } from './team/team.ts';
import { WEB_FORM_LISTENERS } from './web-form/web-form.ts';

export const LISTENERS: readonly Listeners[] = [
  LEAD_LISTENERS,
  INSIGHT_LISTENERS,
  STORY_LISTENERS,
  SCORECARD_LISTENERS,
  TEAM_LISTENERS,
  REJECT_REASON_LISTENERS,
  REJECTS_LISTENERS,
  DEFINITION_LISTENERS,
  GOAL_LISTENERS,
  ROUTING_LISTENERS,
  SOURCE_LISTENERS,
  SPEND_LISTENERS,
  WEB_FORM_LISTENERS,
  BROUGHT_FILE_LISTENERS,
  HOME_LISTENERS,
  TANGO_LISTENERS,
];

export function registerListeners(app: App, deps: ListenerDeps, mayAct: MayAct = mayActByIdentity): void {
  const lists = LISTENERS.flatMap(({ lists = [] }) => lists);
  for (const listeners of LISTENERS) {
    register(app, { ...deps, mayAct, lists, membersOnly: listeners.membersOnly ?? false }, listeners);
  }
}

function register(app: App, edge: Edge, listeners: Listeners): void {
  const { clicks = {}, forms = [], options = {}, commands = {} } = listeners;
  const { shortcuts = {}, steps = {}, events = {}, turnedAway = {} } = listeners;
  for (const [id, handler] of Object.entries(clicks)) listenToClick(app, edge, id, handler);
  for (const form of forms) {
    listenToForm(app, edge, form);
    if (form.redrawnBy !== null) listenToClick(app, edge, form.redrawnBy, form.redraw);
  }
  for (const [id, handler] of Object.entries(options)) listenToOptions(app, edge, id, handler);
  for (const [name, handler] of Object.entries(commands)) listenToCommand(app, edge, name, handler);
  for (const [id, handler] of Object.entries(shortcuts)) listenToShortcut(app, edge, id, handler);
  for (const [id, handler] of Object.entries(steps)) listenToStep(app, edge, id, handler);
  for (const [name, handler] of Object.entries(events))
    listenToEvent(app, edge, name, { handler, turnedAway: turnedAway[name] });
}
