import type { PersonId } from '../../domain/team/actor.ts';
import { visitHome } from '../../usecases/home/announce-homes.ts';
import { loadHomeList } from '../../usecases/home/load-home-list.ts';
import { postStopped, stopBacklog } from '../../usecases/outbox/stop-backlog.ts';
import { BACKLOG, HOME, homeList } from '../action-ids.ts';
import { homeListModal } from '../views/home/home-list-modal.ts';
import type { Click } from './edge/click.ts';
import type { SlackEvent } from './edge/event.ts';
import type { ListenerDeps } from './edge/listen.ts';
import type { Listeners } from './edge/table.ts';

export const HOME_LISTENERS: Listeners = {
  clicks: {
    [BACKLOG.stop]: onStop,
    [BACKLOG.post]: onPost,
    [HOME.more]: openList,
    [HOME.pageBack]: turnList,
    [HOME.pageOn]: turnList,
  },
  events: { app_home_opened: onHomeOpened },
};

async function onStop({ ctx }: ListenerDeps, { person }: Click): Promise<void> {
  await stopBacklog(ctx, person);
}

async function onPost({ ctx }: ListenerDeps, { person }: Click): Promise<void> {
  await postStopped(ctx, person);
}

async function openList({ ctx, slack }: ListenerDeps, click: Click): Promise<void> {
  const scene = await loadHomeList(ctx, click.person, homeList.decode(click.value));
  await slack.openView(click.triggerId, homeListModal(scene));
}

async function turnList({ ctx, slack }: ListenerDeps, { person, value, modal }: Click): Promise<void> {
  if (!modal) return;
  const scene = await loadHomeList(ctx, person, homeList.decode(value));
  await slack.updateView(modal.id, homeListModal(scene));
}

/** Also comes for the tab with the messages, where there is nothing to draw. */
async function onHomeOpened({ ctx }: ListenerDeps, { user, tab }: SlackEvent): Promise<void> {
  if (tab === 'home' && typeof user === 'string') await visitHome(ctx, user as PersonId);
}
