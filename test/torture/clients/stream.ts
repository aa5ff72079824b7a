import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from '../stage.ts';

/** The same again and again until the round is over; what breaks it ends the round. */
export async function stream(stage: Stage, once: () => Promise<void>, restMs: number): Promise<void> {
  while (!stage.isOver) {
    await once();
    await pause(restMs);
  }
}

/** Until it has succeeded, however long; true: it has. After the round there is still some time for it. */
export async function untilDone(stage: Stage, attempt: () => Promise<boolean>): Promise<boolean> {
  for (let afterwards = 0; afterwards < 40; ) {
    if (await attempt()) return true;
    if (stage.isOver) afterwards += 1;
    await pause(150);
  }
  return false;
}
