import { parseWeek, type Week } from '../../domain/time/week.ts';
import { viewScorecard } from '../../usecases/scorecard/load-scorecard.ts';
import { COMMAND } from '../action-ids.ts';
import { scorecardOnDemand } from '../views/scorecard/scorecard-on-demand.ts';
import type { Command } from './edge/command.ts';
import type { ListenerDeps } from './edge/listen.ts';
import type { Listeners } from './edge/table.ts';

export const SCORECARD_LISTENERS: Listeners = {
  membersOnly: true,
  commands: { [COMMAND.scorecard]: onScorecard },
};

/** `/scorecard`, `/scorecard last`, `/scorecard 2026-W47`: for the asker's eyes, in the order of the thread. */
async function onScorecard({ ctx }: ListenerDeps, { text, whisper }: Command): Promise<void> {
  const loaded = await viewScorecard(ctx, weekAsked(text));
  for (const view of scorecardOnDemand(loaded)) await whisper(view);
}

function weekAsked(text: string): Week | 'current' | 'last' {
  if (text === '' || text === 'this') return 'current';
  return text === 'last' ? 'last' : parseWeek(text);
}
