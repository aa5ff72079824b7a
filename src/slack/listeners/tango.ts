import type { App } from '@slack/bolt';
import { viewSettings } from '../../usecases/team/view-settings.ts';
import { COMMAND } from '../action-ids.ts';
import { help } from '../views/team/help.ts';
import { type Command, type ListenerDeps, onCommand } from './hear/listen.ts';
import { openSettings } from './settings/settings.ts';
import { isAboutOwnTime, onOwnTime } from './team/own-time.ts';
import { openRouting } from './team/routing.ts';

export function registerTangoCommand(app: App, deps: ListenerDeps): void {
  onCommand(app, deps, COMMAND.tango, onTango);
}

async function onTango(deps: ListenerDeps, command: Command): Promise<void> {
  if (isAboutOwnTime(command)) return onOwnTime(deps, command);
  if (command.text.toLowerCase() === 'settings') return openSettings(deps, command);
  if (command.text.toLowerCase() === 'routing') return openRouting(deps, command);
  await command.whisper(help(await viewSettings(deps.ctx)));
}
