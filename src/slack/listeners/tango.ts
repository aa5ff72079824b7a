import { viewSettings } from '../../usecases/team/load-settings.ts';
import { COMMAND } from '../action-ids.ts';
import { help, unknownWord } from '../views/team/help.ts';
import type { Command } from './edge/command.ts';
import type { ListenerDeps } from './edge/listen.ts';
import type { Listeners } from './edge/table.ts';
import { openGoals } from './goal/goal.ts';
import { openRouting } from './routing/routing.ts';
import { openSources } from './source/source.ts';
import { openSpend } from './spend/spend.ts';
import { isAboutOwnTime, onOwnTime } from './team/own-time.ts';
import { openPeople, openSettings } from './team/settings.ts';
import { openForms } from './web-form/web-form.ts';

/** `/tango` speaks of several nouns: the word behind it says which. */
export const TANGO_LISTENERS: Listeners = { membersOnly: true, commands: { [COMMAND.tango]: onTango } };

async function onTango(deps: ListenerDeps, command: Command): Promise<void> {
  if (isAboutOwnTime(command)) return onOwnTime(deps, command);
  if (command.text.toLowerCase() === 'settings') return openSettings(deps, command);
  if (command.text.toLowerCase() === 'managers') return openPeople(deps, command);
  if (command.text.toLowerCase() === 'routing') return openRouting(deps, command);
  if (command.text.toLowerCase() === 'sources') return openSources(deps, command);
  if (command.text.toLowerCase() === 'spend') return openSpend(deps, command);
  if (command.text.toLowerCase() === 'forms') return openForms(deps, command);
  if (['goals', 'goal'].includes(command.text.toLowerCase())) return openGoals(deps, command);
  const settings = await viewSettings(deps.ctx);
  const isHelp = ['', 'help', '?'].includes(command.text.toLowerCase());
  await command.whisper(isHelp ? help(settings) : unknownWord(command.text, settings));
}
