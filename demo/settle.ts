/** Lets everything that waits for Slack leave, moving the clock by what pace and back-off ask for. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Emulator } from '../emulator/start-emulator.ts';
import type { Running } from '../src/start.ts';
import type { DemoClock } from './clock.ts';
import { unsentMessages } from './look-up.ts';

export interface Stage {
  emulator: Emulator;
  bot: Running;
  clock: DemoClock;
}

const STEP_MS = 1_050;
/** Of the demo's time. What has not left by then is held back by something else, such as a fault that a visitor switched on. */
const PATIENCE_MS = 60_000;
/** Of real time, for a message that is on its way. */
const LOOK_AGAIN_MS = 5;
const MANY_LOOKS = 2_000;

export async function settle(stage: Stage): Promise<void> {
  const { emulator, bot, clock } = stage;
  const until = clock.now() + PATIENCE_MS;
  for (let looks = 0; looks < MANY_LOOKS; looks++) {
    await emulator.settled();
    const unsent = await unsentMessages(bot.ctx);
    if (unsent === 'none' || emulator.faults.isOut || clock.now() >= until) return;
    // To a message that is on its way, a clock that jumps looks like a crash: it would be looked up and sent again.
    if (unsent === 'on their way') await wait(LOOK_AGAIN_MS);
    else await sendOrMoveOn(stage);
  }
}

async function sendOrMoveOn({ bot, clock }: Stage): Promise<void> {
  await bot.outbox.drain(clock.now());
  if ((await unsentMessages(bot.ctx)) === 'waiting') clock.moveTo(clock.now() + STEP_MS);
}
