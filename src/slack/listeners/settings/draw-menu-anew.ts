import { viewTeam } from '../../../usecases/team/view-team.ts';
import { settingsMenu } from '../../views/settings/settings-menu.ts';
import type { ListenerDeps, Submission } from '../hear/listen.ts';

/** The menu below a modal that was saved shows what holds now. */
export function drawMenuAnew(
  { ctx, slack }: ListenerDeps,
  { person, viewBelow, afterwards }: Submission,
): void {
  if (viewBelow === null) return;
  afterwards(async () => slack.updateView(viewBelow, settingsMenu(await viewTeam(ctx, person))));
}
