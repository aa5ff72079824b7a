import type { PersonId } from '../../domain/team/actor.ts';
import { visitHome } from '../../usecases/home/announce-homes.ts';
import { postStopped, stopBacklog } from '../../usecases/outbox/stop-backlog.ts';
import { BACKLOG } from '../action-ids.ts';
import type { Click } from './edge/click.ts';
import type { SlackEvent } from './edge/event.ts';
import type { ListenerDeps } from './edge/listen.ts';
import type { Listeners } from './edge/table.ts';

export const HOME_LISTENERS: Listeners = {
  clicks: { [BACKLOG.stop]: onStop, [BACKLOG.post]: onPost },
  events: { app_home_opened: onHomeOpened },
};

async function onStop({ ctx }: ListenerDeps, { person }: Click): Promise<void> {
  await stopBacklog(ctx, person);
}

async function onPost({ ctx }: ListenerDeps, { person }: Click): Promise<void> {
  await postStopped(ctx, person);
}

/** Also comes for the tab with the messages, where there is nothing to draw. */
async function onHomeOpened({ ctx }: ListenerDeps, { user, tab }: SlackEvent): Promise<void> {
  if (tab === 'home' && typeof user === 'string') await visitHome(ctx, user as PersonId);
}
