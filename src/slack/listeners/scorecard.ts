import type { ModalView } from '@slack/types';
import type { PersonId } from '../../domain/team/actor.ts';
import { parseWeek, type Week } from '../../domain/time/week.ts';
import { loadBehind } from '../../usecases/scorecard/load-behind.ts';
import { viewScorecard } from '../../usecases/scorecard/load-scorecard.ts';
import { behindKey, COMMAND, SCORECARD, SCORECARD_MODAL } from '../action-ids.ts';
import { behindModal } from '../views/scorecard/behind-modal.ts';
import { scorecardOnDemand } from '../views/scorecard/scorecard-on-demand.ts';
import type { Click } from './edge/click.ts';
import type { Command } from './edge/command.ts';
import type { ListenerDeps } from './edge/listen.ts';
import type { Listeners } from './edge/table.ts';

export const SCORECARD_LISTENERS: Listeners = {
  membersOnly: true,
  commands: { [COMMAND.scorecard]: onScorecard },
  clicks: {
    [SCORECARD.behind]: openBehind,
    [SCORECARD.pageBack]: turnBehind,
    [SCORECARD.pageOn]: turnBehind,
  },
  lists: [
    {
      callbackId: SCORECARD_MODAL.behind,
      turnedBy: [SCORECARD.pageBack, SCORECARD.pageOn],
      draw: drawBehind,
    },
  ],
};

/** `/scorecard`, `/scorecard last`, `/scorecard 2026-W47`: for the asker's eyes, in the order of the thread. */
async function onScorecard({ ctx }: ListenerDeps, { text, whisper }: Command): Promise<void> {
  const loaded = await viewScorecard(ctx, weekAsked(text));
  for (const view of scorecardOnDemand(loaded)) await whisper(view);
}

async function openBehind(deps: ListenerDeps, { person, value = '', triggerId }: Click): Promise<void> {
  await deps.slack.openView(triggerId, await drawBehind(deps, person, value));
}

async function turnBehind(deps: ListenerDeps, { person, value = '', modal }: Click): Promise<void> {
  if (modal) await deps.slack.updateView(modal.id, await drawBehind(deps, person, value));
}

async function drawBehind({ ctx }: ListenerDeps, person: PersonId, key: string): Promise<ModalView> {
  return behindModal(await loadBehind(ctx, person, behindKey.decode(key)));
}

function weekAsked(text: string): Week | 'current' | 'last' {
  if (text === '' || text === 'this') return 'current';
  return text === 'last' ? 'last' : parseWeek(text);
}
