import type { App } from '@slack/bolt';
import { viewSettings } from '../../usecases/view-settings.ts';
import { COMMAND } from '../action-ids.ts';
import { help } from '../views/help.ts';
import { type Command, type ListenerDeps, onCommand } from './listen.ts';
import { isAboutOwnTime, onOwnTime } from './own-time.ts';
import { openRouting } from './routing.ts';
import { openSettings } from './settings/settings.ts';

export function registerTangoCommand(app: App, deps: ListenerDeps): void {
  onCommand(app, deps, COMMAND.tango, onTango);
}

async function onTango(deps: ListenerDeps, command: Command): Promise<void> {
  if (isAboutOwnTime(command)) return onOwnTime(deps, command);
  if (command.text.toLowerCase() === 'settings') return openSettings(deps, command);
  if (command.text.toLowerCase() === 'routing') return openRouting(deps, command);
  await command.whisper(help(await viewSettings(deps.ctx)));
}
