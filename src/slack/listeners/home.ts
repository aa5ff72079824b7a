import type { ModalView } from '@slack/types';
import type { PersonId } from '../../domain/team/actor.ts';
import { visitHome } from '../../usecases/home/announce-homes.ts';
import { loadHomeList } from '../../usecases/home/load-home-list.ts';
import { postStopped, stopBacklog } from '../../usecases/outbox/stop-backlog.ts';
import { BACKLOG, HOME, HOME_MODAL, homeList } from '../action-ids.ts';
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
  lists: [{ callbackId: HOME_MODAL.list, turnedBy: [HOME.pageBack, HOME.pageOn], draw: drawList }],
  events: { app_home_opened: onHomeOpened },
};

async function onStop({ ctx }: ListenerDeps, { person }: Click): Promise<void> {
  await stopBacklog(ctx, person);
}

async function onPost({ ctx }: ListenerDeps, { person }: Click): Promise<void> {
  await postStopped(ctx, person);
}

async function openList(deps: ListenerDeps, { person, value = '', triggerId }: Click): Promise<void> {
  await deps.slack.openView(triggerId, await drawList(deps, person, value));
}

async function turnList(deps: ListenerDeps, { person, value = '', modal }: Click): Promise<void> {
  if (modal) await deps.slack.updateView(modal.id, await drawList(deps, person, value));
}

async function drawList({ ctx }: ListenerDeps, person: PersonId, key: string): Promise<ModalView> {
  return homeListModal(await loadHomeList(ctx, person, homeList.decode(key)));
}

/** Also comes for the tab with the messages, where there is nothing to draw. */
async function onHomeOpened({ ctx }: ListenerDeps, { user, tab }: SlackEvent): Promise<void> {
  if (tab === 'home' && typeof user === 'string') await visitHome(ctx, user as PersonId);
}
