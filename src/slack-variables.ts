/**
 * What can be seen at once of the variables that let us into Slack: which of them is missing, holds what belongs in another, or holds more
 * than was meant to be copied. Never says what they hold.
 */
import { type FieldProblem, inWords } from './errors.ts';

type Name = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET';
export type SlackVariables = Partial<Record<Name | 'SLACK_API_URL', string>>;

const PREFIX: Partial<Record<Name, string>> = { SLACK_BOT_TOKEN: 'xoxb-', SLACK_APP_TOKEN: 'xapp-' };

/** By how it begins, what a value is and which variable it is for. */
const KINDS: readonly (readonly [prefix: string, what: string, belongsIn: Name | null])[] = [
  ['xoxb-', 'a bot token', 'SLACK_BOT_TOKEN'],
  ['xapp-', 'an app-level token', 'SLACK_APP_TOKEN'],
  ['xoxp-', "a person's token", null],
  ['xoxe', 'a token that expires', null],
];

export function slackProblems(env: SlackVariables): FieldProblem[] {
  return [
    ...missing(env),
    ...names(env).flatMap((name) => wrong(name, env[name] ?? '')),
    ...address(env),
  ].map(([field, sentence]) => ({ field, refusal: inWords(sentence) }));
}

type Problem = [field: string, sentence: string];

function missing(env: SlackVariables): Problem[] {
  const found: Problem[] = [];
  if (!env.SLACK_BOT_TOKEN) found.push(['SLACK_BOT_TOKEN', 'is required (it starts with xoxb-)']);
  if (!env.SLACK_APP_TOKEN && !env.SLACK_SIGNING_SECRET)
    found.push([
      'SLACK_APP_TOKEN',
      'is required: set SLACK_APP_TOKEN for Socket Mode or SLACK_SIGNING_SECRET for HTTP',
    ]);
  return found;
}

function names(env: SlackVariables): Name[] {
  return (['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const).filter(
    (name) => env[name],
  );
}

function wrong(name: Name, value: string): Problem[] {
  const extra = extraIn(value);
  if (extra) return [[name, `holds ${extra}: copy it again, and nothing beside it`]];
  const prefix = PREFIX[name];
  const kind = KINDS.find(([begins]) => value.startsWith(begins));
  if (kind && kind[2] !== name) {
    const place = kind[2] ? `that belongs in ${kind[2]}` : 'Tango has no use for that';
    return [[name, `holds ${kind[1]} (${kind[0]}…): ${place}`]];
  }
  return prefix && !kind ? [[name, `must start with ${prefix}`]] : [];
}

/** What comes along when a token is copied, in words. */
function extraIn(value: string): string | null {
  if (/["'`\u201c\u201d\u2018\u2019]/.test(value)) return 'quotation marks';
  if (/[\r\n]/.test(value)) return 'a line break';
  if (/\s/.test(value)) return 'a space';
  const strange = /[^\x21-\x7e]/u.exec(value);
  if (!strange) return null;
  const code = (strange[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `a character that is in no token, U+${code}, at place ${strange.index + 1}`;
}

function address({ SLACK_API_URL: url }: SlackVariables): Problem[] {
  if (!url || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return [];
  return [['SLACK_API_URL', 'must be an address such as https://slack.com/api/, or empty']];
}
