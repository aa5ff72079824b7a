import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Env, readEnv, toCliConfig, toConfig, VARIABLES } from '../src/config.ts';
import { UNSEEN } from './support/unseen.ts';

const TOKENS = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

it('.env.example names every variable of the configuration once, in its order, and no other', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n');
  const named = lines.flatMap((line) => /^(?:# )?([A-Z][A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect(named).toEqual([...VARIABLES]);
});

describe('the configuration', () => {
  it('works with nothing but the tokens', () => {
    const { slack, databaseUrl, http, firstStart, logLevel } = toConfig(TOKENS);
    expect(slack).toEqual({
      botToken: 'xoxb-1',
      mode: { kind: 'socket', appToken: 'xapp-1' },
      apiUrl: 'https://slack.com/api/',
    });
    expect({ databaseUrl, http, logLevel }).toEqual({
      databaseUrl: 'file:./data/tango.db',
      http: { host: '127.0.0.1', port: 3000, intakeToken: null },
      logLevel: 'info',
    });
    expect(firstStart).toMatchObject({ leadsChannel: null, managers: [] });
  });

  it('takes a signing secret for HTTP mode, and Socket Mode where both are set', () => {
    const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };
    expect(toConfig(http).slack.mode).toEqual({ kind: 'http', signingSecret: 'secret' });
    expect(toConfig({ ...http, ...TOKENS }).slack.mode.kind).toBe('socket');
  });

  it('takes lists with or without blanks, and a blank value as not set', () => {
    const env = readEnv({ ...TOKENS, MANAGERS: ' U1, U2,U3 ', INTAKE_TOKEN: '  ', UNKNOWN: 'x' });
    expect(env).toEqual({ ...TOKENS, MANAGERS: 'U1, U2,U3' });
    expect(toConfig(env).firstStart.managers).toEqual(['U1', 'U2', 'U3']);
  });

  it.each(UNSEEN)('takes what was pasted without what nobody sees: %j', (unseen) => {
    const asPasted = (text: string) => `${unseen}${text.split('').join(unseen)}${unseen}`;
    const meant: Env = {
      ...{ ...TOKENS, SLACK_SIGNING_SECRET: 'a1', INTAKE_TOKEN: 'b2', TYPEFORM_SECRET: 'c3' },
      ...{ META_ACCESS_TOKEN: '1021:EAAB,EAAC', PUBLIC_URL: 'https://tango.example', PORT: '3001' },
      ...{ SLACK_API_URL: 'https://slack.example/api/', LEADS_CHANNEL: 'C1', TEAM_TIMEZONE: 'Asia/Tokyo' },
      ...{ DATABASE_URL: 'postgres://tango:pw@db/tango', LOG_LEVEL: 'warn' },
    };
    const pasted = Object.fromEntries(Object.entries(meant).map(([name, text]) => [name, asPasted(text)]));
    expect(readEnv(pasted)).toEqual(meant);
    expect(toConfig(readEnv({ ...TOKENS, MANAGERS: `U1,${unseen}U2 ` })).firstStart.managers).toEqual([
      ...['U1', 'U2'],
    ]);
  });

  it('leaves the path of a database as it is called', () => {
    const DATABASE_URL = 'file:./data\u00a0of us/\u2764\ufe0f.db';
    expect(readEnv({ DATABASE_URL: `\ufeff${DATABASE_URL} ` })).toEqual({ DATABASE_URL });
  });

  it.each([
    ['1', 1],
    ['2', 2],
    ['loopback', ['loopback']],
    ['10.0.0.0/8, 2001:db8::/32 192.0.2.7', ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7']],
  ])('takes which proxies to believe: %s', (TRUST_PROXY, trustProxy) => {
    expect(toConfig({ ...TOKENS, TRUST_PROXY }).http).toMatchObject({ trustProxy });
  });

  it.each(['true', '0', '10', 'proxy.example', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/8/8', '1,'])(
    'does not take whoever calls at their word: TRUST_PROXY=%s',
    (TRUST_PROXY) => {
      expect(() => toConfig({ ...TOKENS, TRUST_PROXY })).toThrow(/TRUST_PROXY must be how many proxies/);
    },
  );

  it('reports all that is wrong at once, each by its name', () => {
    const wrong: Env = {
      DATABASE_URL: 'mysql://x',
      PORT: 'eighty',
      LEADS_CHANNEL: '#leads',
      MANAGERS: '@max',
      TEAM_TIMEZONE: 'Mars/Olympus',
      TEAM_CURRENCY: 'euro',
      LOG_LEVEL: 'loud',
    };
    const problems = refusal(() => toConfig(wrong));
    for (const name of [...Object.keys(wrong), 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']) {
      expect(problems).toMatch(new RegExp(`^ {2}${name} \\S`, 'm'));
    }
    expect(problems).not.toContain('xoxb-1');
  });

  it('takes somebody who is named twice once', () => {
    expect(toConfig({ ...TOKENS, MANAGERS: 'U1,U2 U1' }).firstStart.managers).toEqual(['U1', 'U2']);
  });

  it('asks a command line for no tokens', () => {
    expect(toCliConfig({}).databaseUrl).toBe('file:./data/tango.db');
    expect(refusal(() => toCliConfig({ TEAM_CURRENCY: 'euro' }))).toContain('TEAM_CURRENCY');
  });
});

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (refused) {
    return (refused as Error).message;
  }
  throw new Error('It was not refused');
}
