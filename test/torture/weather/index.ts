/** Bad weather, as the plan has it: one fault after the other, while everybody works on. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from '../stage.ts';
import { DATABASE_WEATHER } from './database.ts';
import { FRONT_WEATHER } from './front.ts';
import type { FaultKind } from './kinds.ts';
import { PROCESS_WEATHER } from './process.ts';
import { SLACK_WEATHER } from './slack.ts';
import type { Strike } from './strike.ts';

const WEATHER: Record<FaultKind, Strike> = {
  ...PROCESS_WEATHER,
  ...FRONT_WEATHER,
  ...SLACK_WEATHER,
  ...DATABASE_WEATHER,
};

export async function weather(stage: Stage): Promise<void> {
  const chances = stage.chanceFor('weather');
  for (const kind of stage.plan.faults) {
    await WEATHER[kind](stage, chances);
    await pause(100 + chances.below(600));
  }
}

/** The sun comes out: what is still ordered is taken back. */
export async function endWeather({ emulator, front, bots, asked }: Stage): Promise<void> {
  emulator.faults.clear();
  front.clear();
  asked.doubleClicks = 0;
  asked.killedImports = 0;
  await bots.up();
  await bots.setClock(0);
  await bots.tellAll({ order: 'disk', isFull: false });
}
