import { loadTeam } from '../../../usecases/team/load-team.ts';
import { settingsMenu } from '../../views/team/settings-menu.ts';
import type { ListenerDeps, Submission } from '../edge/listen.ts';

/** The menu below a modal that was saved shows what holds now. */
export function redrawMenu(
  { ctx, slack }: ListenerDeps,
  { person, viewBelow, afterwards }: Submission,
): void {
  if (viewBelow === null) return;
  afterwards(async () => slack.updateView(viewBelow, settingsMenu(await loadTeam(ctx, person))));
}
