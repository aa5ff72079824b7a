/**
 * The bot as a process of its own that may be killed. Started with its config as JSON; waits are short, the clock is the real one until
 * it is told otherwise. A second argument, JSON too, makes it other than it is: for the judge of the torture.
 */
import { flushCompileCache } from 'node:module';
import type { Config } from '../../src/config.ts';
import { createLogger } from '../../src/logger.ts';
import type { OutboxTimings } from '../../src/outbox/timings.ts';
import { start } from '../../src/start.ts';
import { builtIn } from '../torture/defects/index.ts';
import { type BotOptions, clockOf, obeyOrders } from './bot-orders.ts';
import { UNPACED } from './timings.ts';

const SHORT: OutboxTimings = {
  ...UNPACED,
  // Longer than any call takes on a busy machine, and what a killed process leaves is taken up within the test.
  lease: 2_000,
  sweep: 100,
  lookAfter: 100,
  recheck: 200,
  backoff: { first: 50, cap: 500 },
  outageCap: 200,
};

const [config, options] = process.argv.slice(2).map((text) => JSON.parse(text)) as [Config, BotOptions?];
const clock = clockOf(options);
const defect = builtIn(options?.defect);
defect.before?.();
const timings = { ...SHORT, ...options?.timings };
const bot = await start(config, { timings, clock, log: createLogger('info') });
defect.after?.(bot);
obeyOrders(bot, clock);
// Otherwise written at a peaceful exit, which this process seldom has.
flushCompileCache();
process.once('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
