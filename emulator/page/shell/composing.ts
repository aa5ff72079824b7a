import type { PageWorkspace } from '../../page-protocol.ts';

export interface Suggestion {
  words: string;
  usage: string;
  more: string;
  /** The whole text once it is taken. */
  completed: string;
}

const MOST = 8;

/** What could be meant: a command at the start of the line, or the name that is being typed at its end. */
export function suggestionsFor(text: string, workspace: PageWorkspace): Suggestion[] {
  if (/^\/\S*$/.test(text)) return commands(text, workspace);
  const typed = text.match(/(^|\s)([@#])([\p{L}\p{N}_ -]*)$/u);
  if (!typed?.[2]) return [];
  const before = text.slice(0, text.length - (typed[3]?.length ?? 0));
  const names = typed[2] === '@' ? people(workspace) : channels(workspace);
  const wanted = (typed[3] ?? '').toLowerCase();
  return names
    .filter(({ name }) => name.toLowerCase().startsWith(wanted) && name.toLowerCase() !== wanted.trim())
    .slice(0, MOST)
    .map(({ name, more }) => ({
      words: `${typed[2]}${name}`,
      usage: '',
      more,
      completed: `${before}${name} `,
    }));
}

/** `/insight find hotels` → the command and what follows it. */
export function splitCommand(text: string): { command: string; text: string } | null {
  const found = text.match(/^(\/\S+)\s*([\s\S]*)$/);
  return found?.[1] ? { command: found[1], text: found[2] ?? '' } : null;
}

/** Names of people and channels become the tokens that Slack keeps for them; the rest goes as it was typed. */
export function withTokens(text: string, workspace: PageWorkspace): string {
  const tokens = [
    ...people(workspace).map(({ id, name }) => ({ written: `@${name}`, token: `<@${id}>` })),
    ...channels(workspace).map(({ id, name }) => ({ written: `#${name}`, token: `<#${id}|${name}>` })),
  ];
  // The longest name first, so that "@Ana Alves" is not read as "@Ana" and a rest.
  tokens.sort((a, b) => b.written.length - a.written.length);
  return tokens.reduce((all, { written, token }) => all.replaceAll(written, token), text);
}

function commands(text: string, workspace: PageWorkspace): Suggestion[] {
  return workspace.commands
    .filter((one) => one.command.startsWith(text))
    .slice(0, MOST)
    .map((one) => ({
      words: one.command,
      usage: one.usageHint,
      more: one.description,
      completed: `${one.command} `,
    }));
}

const people = (workspace: PageWorkspace) =>
  workspace.users
    .filter((user) => !user.isDeleted)
    .map((user) => ({ id: user.id, name: user.realName || user.name, more: user.title }));

const channels = (workspace: PageWorkspace) =>
  workspace.conversations
    .filter((one) => one.kind !== 'im' && !one.isArchived)
    .map((one) => ({ id: one.id, name: one.name, more: one.topic }));
