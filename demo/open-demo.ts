/** Bot and emulator in one process, by one clock, with the story played up to the visitor's arrival. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../emulator/start-emulator.ts';
import type { Config } from '../src/config.ts';
import { createLogger } from '../src/logger.ts';
import { start } from '../src/main.ts';
import { type Arrivals, startArrivals } from './arrivals.ts';
import { createDemoClock, type DemoClock } from './clock.ts';
import { companyWorkspace, FIRST_START } from './company.ts';
import { createControls, type Show } from './controls.ts';
import { createGuide } from './guide.ts';
import { INTAKE_TOKEN } from './mailbox.ts';
import { markRead } from './mark-read.ts';
import { STORY_START, todayAt } from './story/calendar.ts';
import { playStory } from './story/play-story.ts';

export interface DemoOptions {
  /** Free ports of the page and of the bot's API. */
  pagePort: number;
  apiPort: number;
  logLevel: string;
}

export interface Demo {
  pageUrl: string;
  apiUrl: string;
  clock: DemoClock;
  emulator: Emulator;
  stop(): Promise<void>;
}

export async function openDemo(options: DemoOptions): Promise<Demo> {
  const clock = createDemoClock(STORY_START);
  const show = Promise.withResolvers<Show>();
  const emulator = await startEmulator({
    mode: 'socket',
    port: options.pagePort,
    clock,
    workspace: companyWorkspace(),
    limits: { pace: true },
    controls: createControls(show.promise),
    guide: createGuide(`http://127.0.0.1:${options.apiPort}`),
  });
  const bot = await startBot(emulator, clock, options);
  const arrivals = startArrivals(bot.running);
  show.resolve({ emulator, bot: bot.running, clock, arrivals });
  const stop = () => close({ arrivals, bot, emulator });
  return { pageUrl: emulator.pageUrl, apiUrl: bot.running.url, clock, emulator, stop };
}

type Bot = Awaited<ReturnType<typeof startBot>>;

/** Driven by hand through the story, then left to itself. */
async function startBot(emulator: Emulator, clock: DemoClock, options: DemoOptions) {
  // A folder of its own, gone afterwards: each start tells the story from its beginning, and two demos do not meet.
  const folder = await mkdtemp(join(tmpdir(), 'tango-demo-'));
  const log = createLogger(options.logLevel);
  const config = configOf(emulator, { databaseUrl: `file:${join(folder, 'demo.db')}`, ...options });
  const running = await start(config, { clock, log, isDrivenByHand: true });
  await running.slackStarted;
  // What was due before the story began is not made up for.
  await running.jobs.runOnce();
  await playStory({ emulator, bot: running, clock });
  markRead(emulator, todayAt('10:30'));
  clock.letRun();
  running.outbox.start();
  running.jobs.start();
  return { running, folder };
}

function configOf(emulator: Emulator, options: DemoOptions & { databaseUrl: string }): Config {
  const { apiUrl, tokens } = emulator;
  return {
    slack: { botToken: tokens.bot, apiUrl, mode: { kind: 'socket', appToken: tokens.app } },
    databaseUrl: options.databaseUrl,
    http: { host: '127.0.0.1', port: options.apiPort, intakeToken: INTAKE_TOKEN },
    firstStart: FIRST_START,
    logLevel: options.logLevel,
  };
}

async function close({ arrivals, bot, emulator }: { arrivals: Arrivals; bot: Bot; emulator: Emulator }) {
  arrivals.stop();
  await bot.running.stop();
  await emulator.stop();
  await rm(bot.folder, { recursive: true, force: true });
}
