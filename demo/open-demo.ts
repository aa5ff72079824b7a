/** Bot and emulator in one process, by one clock, with the story played up to the visitor's arrival. */
import { type Emulator, startEmulator } from '../emulator/start-emulator.ts';
import type { Config } from '../src/config.ts';
import { NO_WEBHOOKS } from '../src/intake/webhooks/settings.ts';
import { createLogger } from '../src/logger.ts';
import { DEFAULT_TIMINGS } from '../src/outbox/timings.ts';
import { type Running, start } from '../src/start.ts';
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
  /** Under which forms on the internet would reach it; without: none do, and the lists of forms say so. */
  publicUrl?: string | null;
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
  const arrivals = startArrivals(bot);
  show.resolve({ emulator, bot, clock, arrivals });
  const stop = () => close({ arrivals, bot, emulator });
  return { pageUrl: emulator.pageUrl, apiUrl: bot.url, clock, emulator, stop };
}

/** Driven by hand through the story, then left to itself. */
async function startBot(emulator: Emulator, clock: DemoClock, options: DemoOptions): Promise<Running> {
  const log = createLogger(options.logLevel);
  const running = await start(configOf(emulator, options), {
    ...{ clock, log, timings: TIMINGS },
    isDrivenByHand: true,
  });
  await running.slackStarted;
  // What was due before the story began is not made up for.
  await running.jobs.runOnce();
  await playStory({ emulator, bot: running, clock });
  markRead(emulator, todayAt('10:30'));
  clock.letRun();
  running.outbox.start();
  running.jobs.start();
  running.files.start();
  return running;
}

function configOf(emulator: Emulator, { apiPort, logLevel, publicUrl = null }: DemoOptions): Config {
  const { apiUrl, tokens } = emulator;
  return {
    slack: { botToken: tokens.bot, apiUrl, mode: { kind: 'socket', appToken: tokens.app } },
    databaseUrl: IN_MEMORY,
    http: { host: '127.0.0.1', port: apiPort, intakeToken: INTAKE_TOKEN },
    webhooks: { ...NO_WEBHOOKS, publicUrl },
    firstStart: FIRST_START,
    logLevel,
  };
}

/** Nobody who has just ended an outage on the page waits half a minute for the card: this Slack shows at once what it has taken. */
const TIMINGS = { ...DEFAULT_TIMINGS, settle: 1_000, recheck: 1_000, outageCap: 3_000 };

/**
 * SQLite without a file: each start tells the story from its beginning and leaves nothing behind, and the thousands of commits of eight
 * weeks wait for no disk.
 */
const IN_MEMORY = 'file::memory:';

async function close({ arrivals, bot, emulator }: { arrivals: Arrivals; bot: Running; emulator: Emulator }) {
  arrivals.stop();
  await bot.stop();
  await emulator.stop();
}
