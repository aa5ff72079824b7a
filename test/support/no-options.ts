import type { Emulator } from '../../emulator/start-emulator.ts';

/** What is typed word for word, on whatever machine Tango runs, stands between backticks. */
const OPTION = /(?<![\w-])--[a-z]{2,}/;

/** Older ones were looked at when they were new. */
const LATEST = 20;

/** What the bot has written, and all that is open: nobody who reads it has a shell, so it names no option of a command. */
export function assertNoOptions({ workspace }: Emulator): void {
  const messages = workspace.conversations
    .all()
    .flatMap(({ id }) => workspace.messages.in(id).slice(-LATEST))
    .filter(({ botId }) => botId);
  const views = workspace.people
    .all()
    .flatMap(({ id }) => [...workspace.views.stack(id), workspace.views.home(id) ?? []].flat());
  for (const shown of [...messages, ...views]) {
    const said = JSON.stringify([shown.blocks, 'text' in shown ? shown.text : '']).replaceAll(/`[^`]*`/g, '');
    const found = OPTION.exec(said);
    if (!found) continue;
    const around = said.slice(Math.max(0, found.index - 120), found.index + 60);
    throw new Error(`Slack shows an option of the command line: …${around}…`);
  }
}
