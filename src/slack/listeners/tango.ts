import type { App } from '@slack/bolt';
import { viewSettings } from '../../usecases/team/load-settings.ts';
import { COMMAND } from '../action-ids.ts';
import { help } from '../views/team/help.ts';
import { type Command, type ListenerDeps, onCommand } from './edge/listen.ts';
import { openRouting } from './routing/routing.ts';
import { isAboutOwnTime, onOwnTime } from './team/own-time.ts';
import { openSettings } from './team/settings.ts';

export function registerTangoCommand(app: App, deps: ListenerDeps): void {
  onCommand(app, deps, COMMAND.tango, onTango);
}

async function onTango(deps: ListenerDeps, command: Command): Promise<void> {
  if (isAboutOwnTime(command)) return onOwnTime(deps, command);
  if (command.text.toLowerCase() === 'settings') return openSettings(deps, command);
  if (command.text.toLowerCase() === 'routing') return openRouting(deps, command);
  await command.whisper(help(await viewSettings(deps.ctx)));
}
