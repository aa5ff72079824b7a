/**
 * The whole of it in one process: the emulator, the bot against it over real HTTP and WebSocket, one clock for both. The bot's loops are
 * driven by hand: nothing happens but what a test asks for.
 */
import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts';
import { sampleWorkspace } from '../../emulator/workspace/sample-workspace.ts';
import type { Seed } from '../../emulator/workspace/seed.ts';
import { withManifest } from '../../emulator/workspace/with-manifest.ts';
import type { Config } from '../../src/config.ts';
import type { WebhookSettings } from '../../src/intake/webhooks/settings.ts';
import { type Running, type StartOptions, start } from '../../src/start.ts';
import type { DialectName } from '../../src/store/dialects.ts';
import { FIRST_START, TEST_KEY } from './context.ts';
import { testDatabaseUrl } from './databases.ts';
import { assertNoOptions } from './no-options.ts';
import { testLog } from './test-log.ts';
import { type TestClock, testClock, testIds } from './time.ts';

export const INTAKE_TOKEN = 'the-intake-token';

export interface WorldOptions {
  mode?: 'socket' | 'http';
  dialect?: DialectName;
  /** For a test that has business with the database itself. */
  databaseUrl?: string;
  firstStart?: Partial<Config['firstStart']>;
  start?: StartOptions;
  /** Slack's rate limits, enforced; on unless a test is about something else. */
  pace?: boolean;
  startAt?: number;
  /** Beside those of the sample workspace. */
  people?: Seed['users'];
  /** The bot starts while Slack is out of reach; `emulator.faults.outage(false)` brings it back. */
  slackIsDown?: boolean;
  /** Whose webhooks are taken; nobody's unless a test is about them. */
  webhooks?: WebhookSettings;
  /** What is wrong with Slack when the bot starts; nobody waits until the bot is connected. */
  trouble?: (emulator: Emulator) => void;
}

export interface World {
  emulator: Emulator;
  bot: Running;
  clock: TestClock;
  databaseUrl: string;
  /** Lets everything that is due happen, moving the clock by as much as pace and back-off ask for, at most so far. */
  settle(limitMs?: number): Promise<void>;
  /** JSON to the bot's API with its token. */
  post(path: string, body: unknown): Promise<Response>;
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const mode = options.mode ?? 'socket';
  const clock = testClock(options.startAt);
  const emulator = await startEmulator({
    mode,
    clock,
    workspace: seed(options.people),
    limits: { pace: options.pace ?? true },
  });
  onTestFinished(async () => {
    await emulator.stop();
    assertNoOptions(emulator);
  });
  const trouble = options.slackIsDown ? (it: Emulator) => it.faults.outage(true) : options.trouble;
  trouble?.(emulator);
  const databaseUrl = options.databaseUrl ?? (await testDatabaseUrl(options.dialect ?? 'sqlite'));
  const config = testConfig(emulator, mode, databaseUrl, options.firstStart);
  if (options.webhooks) config.webhooks = options.webhooks;
  const log = testLog();
  const bot = await start(config, { clock, newId: testIds(), log, isDrivenByHand: true, ...options.start });
  onTestFinished(() => bot.stop());
  emulator.setRequestUrl(`${bot.url}/slack/events`);
  if (!trouble) {
    await bot.slackStarted;
    await connected(emulator, mode);
  }
  return {
    emulator,
    bot,
    clock,
    databaseUrl,
    settle: (limitMs) => settle({ emulator, bot, clock }, limitMs),
    post: poster(bot),
  };
}

/** Over a socket it is the emulator that knows; it may come a moment after the bot has started. */
export async function connected(emulator: Emulator, mode: 'socket' | 'http'): Promise<void> {
  const isIt = () => mode === 'http' || emulator.isBotConnected();
  await emulator.waitFor(isIt, { within: 20_000, what: 'the bot is connected' });
}

/** The sample workspace with the app that manifest.yml describes: scopes, events and commands that it does not ask for are refused. */
export function seed(people: Seed['users'] = []): Seed {
  const sample = sampleWorkspace();
  const users = [...sample.users, ...people];
  return withManifest({ ...sample, users }, parse(readFileSync('manifest.yml', 'utf8')));
}

export function testConfig(
  emulator: Emulator,
  mode: 'socket' | 'http',
  databaseUrl: string,
  firstStart: Partial<Config['firstStart']> = {},
): Config {
  const { bot, app, signingSecret } = emulator.tokens;
  return {
    slack: {
      botToken: bot,
      apiUrl: emulator.apiUrl,
      mode: mode === 'socket' ? { kind: 'socket', appToken: app } : { kind: 'http', signingSecret },
    },
    databaseUrl,
    http: { host: '127.0.0.1', port: 0, intakeToken: INTAKE_TOKEN },
    firstStart: { ...FIRST_START, ...firstStart },
    logLevel: 'silent',
    tangoKey: TEST_KEY,
  };
}

const STEP_MS = 250;

/** Long enough for pace and a look into Slack, short enough that no nag comes due unasked. */
const SETTLE_MS = 60_000;

async function settle(
  { emulator, bot, clock }: Pick<World, 'emulator' | 'bot' | 'clock'>,
  limitMs = SETTLE_MS,
): Promise<void> {
  const until = clock.now() + limitMs;
  for (;;) {
    await emulator.settled();
    await bot.slackIdle();
    await bot.outbox.drain(clock.now());
    const { oldestDueAge } = await bot.outbox.health(clock.now());
    if (oldestDueAge === null || clock.now() >= until) break;
    clock.move(STEP_MS);
  }
  await emulator.settled();
  assertNoOptions(emulator);
}

function poster(bot: Running) {
  return (path: string, body: unknown): Promise<Response> =>
    fetch(`${bot.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
}
