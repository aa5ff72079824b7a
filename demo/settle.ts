/** Lets everything that waits for Slack leave, moving the clock by what pace and back-off ask for. */
import type { Emulator } from '../emulator/start-emulator.ts';
import type { Running } from '../src/main.ts';
import type { DemoClock } from './clock.ts';
import { isAnythingUnsent } from './look-up.ts';

export interface Stage {
  emulator: Emulator;
  bot: Running;
  clock: DemoClock;
}

const STEP_MS = 250;
/** Of the demo's time. What has not left by then is held back by something else, such as a fault that a visitor switched on. */
const PATIENCE_MS = 60_000;

export async function settle({ emulator, bot, clock }: Stage): Promise<void> {
  const until = clock.now() + PATIENCE_MS;
  await emulator.settled();
  while (await isAnythingUnsent(bot.ctx)) {
    await bot.outbox.drain(clock.now());
    await emulator.settled();
    if (emulator.faults.isOut || clock.now() >= until) return;
    if (await isAnythingUnsent(bot.ctx)) clock.moveTo(clock.now() + STEP_MS);
  }
}
