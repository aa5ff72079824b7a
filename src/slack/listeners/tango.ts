import type { App } from '@slack/bolt';
import { viewSettings } from '../../usecases/view-settings.ts';
import { COMMAND } from '../action-ids.ts';
import { help } from '../views/help.ts';
import { type Command, type ListenerDeps, onCommand } from './listen.ts';

export function registerTangoCommand(app: App, deps: ListenerDeps): void {
  onCommand(app, deps, COMMAND.tango, onTango);
}

async function onTango({ ctx }: ListenerDeps, { whisper }: Command): Promise<void> {
  await whisper(help(await viewSettings(ctx)));
}
