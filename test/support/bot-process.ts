/** The bot as a process of its own that may be killed. Started with its config as JSON; waits are short, the clock is the real one. */
import { flushCompileCache } from 'node:module';
import type { Config } from '../../src/config.ts';
import { createLogger } from '../../src/logger.ts';
import { start } from '../../src/main.ts';
import type { OutboxTimings } from '../../src/outbox/timings.ts';
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

const config = JSON.parse(process.argv[2] ?? '') as Config;
const bot = await start(config, { timings: SHORT, log: createLogger('info') });
// Otherwise written at a peaceful exit, which this process seldom has.
flushCompileCache();
process.once('SIGTERM', () => void bot.stop().then(() => process.exit(0)));
