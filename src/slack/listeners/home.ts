import type { PersonId } from '../../domain/team/actor.ts';
import { visitHome } from '../../usecases/home/announce-homes.ts';
import type { SlackEvent } from './edge/event.ts';
import type { ListenerDeps } from './edge/listen.ts';
import type { Listeners } from './edge/table.ts';

export const HOME_LISTENERS: Listeners = { events: { app_home_opened: onHomeOpened } };

/** Also comes for the tab with the messages, where there is nothing to draw. */
async function onHomeOpened({ ctx }: ListenerDeps, { user, tab }: SlackEvent): Promise<void> {
  if (tab === 'home' && typeof user === 'string') await visitHome(ctx, user as PersonId);
}
