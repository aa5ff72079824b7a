/** The machine that the bot runs on: processes that end, a clock that is moved, what people and programs do at the same time. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Strike } from './strike.ts';

const HOUR = 3_600_000;
const STEPS = [0.1, 1, 26].map((hours) => hours * HOUR);

const clock =
  (kind: 'clock_ahead' | 'clock_back', sign: 1 | -1): Strike =>
  async ({ bots, tally }, { pick }) => {
    tally.add(kind);
    await bots.setClock(sign * (pick(STEPS) ?? HOUR));
    // What is due by the new time is done, as at the next minute.
    await bots.tell(0, { order: 'jobs' });
  };

export const PROCESS_WEATHER = {
  killed: async ({ bots, tally }, { below }) => {
    const nth = below(bots.count);
    await bots.kill(nth);
    tally.add('killed');
    await pause(below(400));
    bots.restart(nth);
    // Sometimes the next blow falls while it is starting.
    if (below(3) > 0) await bots.up();
  },
  stopped: async ({ bots, tally }, { below }) => {
    const nth = below(bots.count);
    tally.add('stopped');
    await bots.stop(nth);
    bots.restart(nth);
    await bots.up();
  },
  clock_ahead: clock('clock_ahead', 1),
  clock_back: clock('clock_back', -1),
  import_killed: async ({ asked }) => {
    asked.killedImports += 1;
  },
  double_click: async ({ asked }) => {
    asked.doubleClicks += 1;
  },
} satisfies Record<string, Strike>;
