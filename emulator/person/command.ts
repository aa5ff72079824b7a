import { postMessage } from '../happenings/post-message.ts';
import { respond } from '../happenings/respond.ts';
import { asText, isObject } from '../json.ts';
import type { Slack } from '../slack.ts';
import { checkMessage } from '../validation/index.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { basePayload, channelPayload } from './payload.ts';
import { Refusal } from './refusal.ts';
import { visibleConversation } from './visible-conversation.ts';

export interface SlashCommand {
  command: string;
  text: string;
  channel: string;
}

/** A person types a slash command. What the bot says with its acknowledgement is shown to them alone. */
export async function runCommand(slack: Slack, user: string, typed: SlashCommand): Promise<Outcome> {
  const { app, team } = slack.workspace;
  if (!app.commands.some(({ command }) => command === typed.command)) {
    throw new Refusal('unknown_command', `${typed.command} is not a valid command.`);
  }
  const conversation = visibleConversation(slack, user, typed.channel);
  const target = { channel: conversation.id, user };
  const person = slack.workspace.people.find(user);
  const enterpriseId = person?.team === undefined ? team.enterprise?.id : person.team.enterpriseId;
  const payload = {
    token: basePayload(slack, user).token,
    team_id: person?.team?.id ?? team.id,
    ...(enterpriseId === undefined
      ? {}
      : { enterprise_id: enterpriseId, ...enterpriseName(team, enterpriseId) }),
    team_domain: team.domain,
    channel_id: conversation.id,
    channel_name: channelPayload(conversation).name,
    user_id: user,
    user_name: person?.name ?? '',
    command: typed.command,
    text: app.commands.find(({ command }) => command === typed.command)?.shouldEscape
      ? escaped(slack, typed.text)
      : unescaped(slack, typed.text),
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: slack.responseUrls.issue(target),
    trigger_id: slack.triggers.issue(user),
  };
  const answer = await slack.bot.deliver({ kind: 'slash_commands', payload });
  const outcome = outcomeOf(answer);
  if (outcome.acknowledged) showAnswer(slack, target, outcome.body);
  else complain(slack, target, `${typed.command} failed because the app did not respond.`);
  return outcome;
}

function enterpriseName({ enterprise }: Slack['workspace']['team'], id: string) {
  return enterprise?.id === id ? { enterprise_name: enterprise.name } : {};
}

/**
 * With `should_escape` names become ids, without it ids become names
 * (docs.slack.dev/interactivity/implementing-slash-commands, "Escape channels, users, and links").
 */
function escaped({ workspace }: Slack, text: string): string {
  return text
    .replace(/(?<![<|\w])https?:\/\/[^\s<>|]+/g, '<$&>')
    .replace(/(?<![<\w])@([a-z0-9._-]+)/g, (typed, name) => {
      const person = workspace.people.all().find((one) => one.name === name);
      return person ? `<@${person.id}|${person.name}>` : typed;
    })
    .replace(/(?<![<\w])#([a-z0-9_-]+)/g, (typed, name) => {
      const channel = workspace.conversations.all().find((one) => one.name === name);
      return channel ? `<#${channel.id}|${channel.name}>` : typed;
    });
}

function unescaped({ workspace }: Slack, text: string): string {
  return text
    .replace(/<@([A-Z0-9_]+)(?:\|[^>]*)?>/g, (typed, id) => {
      const person = workspace.people.find(id);
      return person ? `@${person.name}` : typed;
    })
    .replace(/<#([A-Z0-9_]+)(?:\|[^>]*)?>/g, (typed, id) => {
      const channel = workspace.conversations.find(id);
      return channel ? `#${channel.name}` : typed;
    });
}

function showAnswer(slack: Slack, target: { channel: string; user: string }, body: unknown): void {
  const message = typeof body === 'string' ? { text: body } : isObject(body) ? body : {};
  const isBare = asText(message.text) === '' && message.blocks === undefined;
  if (isBare) return;
  const [problem] = checkMessage(message);
  if (problem === undefined) respond(slack, target, message);
  else complain(slack, target, `The app's answer was refused: ${problem.message}`);
}

function complain(slack: Slack, { channel, user }: { channel: string; user: string }, text: string): void {
  postMessage(slack, { channel, user: 'USLACKBOT', text, onlyFor: user });
}
