import type { App } from '@slack/bolt';
import type { PersonId } from '../../domain/team/actor.ts';
import { visitHome } from '../../usecases/home/announce-homes.ts';
import type { ListenerDeps } from './edge/listen.ts';
import { onEvent } from './edge/on-event.ts';

export function registerHome(app: App, deps: ListenerDeps): void {
  onEvent(app, deps, 'app_home_opened', onHomeOpened);
}

/** Also comes for the tab with the messages, where there is nothing to draw. */
async function onHomeOpened(
  { ctx }: ListenerDeps,
  { user, tab }: { user: string; tab: string },
): Promise<void> {
  if (tab === 'home') await visitHome(ctx, user as PersonId);
}
