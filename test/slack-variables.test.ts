import { expect, it } from 'vitest';
import { sayRefusal } from '../src/sentences/refusal.ts';
import { PLAIN } from '../src/sentences/voice.ts';
import { type SlackVariables, slackProblems } from '../src/slack-variables.ts';

const GOOD = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_APP_TOKEN: 'xapp-1-b', SLACK_SIGNING_SECRET: '0123abcd' };

function problems(env: SlackVariables): string[] {
  return slackProblems(env).map(({ field, refusal }) => `${field} ${sayRefusal(refusal, PLAIN)}`);
}

it('finds nothing in variables as they should be', () => {
  expect(problems(GOOD)).toEqual([]);
  expect(problems({ ...GOOD, SLACK_API_URL: 'http://127.0.0.1:4000/api/' })).toEqual([]);
});

it('says which variable holds what belongs in another', () => {
  expect(problems({ SLACK_BOT_TOKEN: 'xapp-1-b', SLACK_APP_TOKEN: 'xoxb-1-a' })).toEqual([
    'SLACK_BOT_TOKEN holds an app-level token (xapp-…): that belongs in SLACK_APP_TOKEN',
    'SLACK_APP_TOKEN holds a bot token (xoxb-…): that belongs in SLACK_BOT_TOKEN',
  ]);
  expect(problems({ ...GOOD, SLACK_SIGNING_SECRET: 'xoxb-1-a' })).toEqual([
    'SLACK_SIGNING_SECRET holds a bot token (xoxb-…): that belongs in SLACK_BOT_TOKEN',
  ]);
  expect(problems({ ...GOOD, SLACK_BOT_TOKEN: 'xoxp-1' })).toEqual([
    "SLACK_BOT_TOKEN holds a person's token (xoxp-…): Tango has no use for that",
  ]);
  expect(problems({ ...GOOD, SLACK_APP_TOKEN: 'nonsense' })).toEqual([
    'SLACK_APP_TOKEN must start with xapp-',
  ]);
});

it.each([
  ['"xoxb-1-a"', 'quotation marks'],
  ['“xoxb-1-a”', 'quotation marks'],
  ['xoxb-1\n-a', 'a line break'],
  ['xoxb-1 -a', 'a space'],
  ['xoxb-1\u00a0-a', 'a space'],
  ['xoxb-1\u200b-a', 'a character that is in no token, U+200B, at place 7'],
  ['\u200exoxb-1-a', 'a character that is in no token, U+200E, at place 1'],
  ['xoxb-1-а', 'a character that is in no token, U+0430, at place 8'],
])('says what came along with %j, and not what the token is', (token, what) => {
  for (const name of Object.keys(GOOD)) {
    const [said, ...more] = problems({ ...GOOD, [name]: token });
    expect(said).toBe(`${name} holds ${what}: copy it again, and nothing beside it`);
    expect(more).toEqual([]);
  }
});

it('says what is missing, and that an address is none', () => {
  expect(problems({})).toHaveLength(2);
  expect(problems({ ...GOOD, SLACK_API_URL: 'slack.com' })).toEqual([
    'SLACK_API_URL must be an address such as https://slack.com/api/, or empty',
  ]);
});
