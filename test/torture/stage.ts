/** What a round is played on: the workspace, what stands before the bots, the bots themselves. */

import type { ApiFault } from '../../emulator/faults.ts';
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts';
import { chance } from '../support/random.ts';
import { WEBHOOKS } from '../support/webhooks.ts';
import { connected, testConfig } from '../support/world.ts';
import { Bots } from './bots.ts';
import { Front } from './front.ts';
import { type Plan, TIMINGS } from './plan.ts';
import { Promised } from './promised.ts';
import { Tally } from './tally.ts';
import type { FaultKind } from './weather/kinds.ts';
import { crowdedWorkspace } from './workspace.ts';

export interface Stage {
  plan: Plan;
  emulator: Emulator;
  front: Front;
  bots: Bots;
  databaseUrl: string;
  /** Its own; gone with the round unless something was found. */
  folder: string;
  promised: Promised;
  tally: Tally;
  /** Chance of its own for each who asks. */
  chanceFor(who: string): ReturnType<typeof chance>;
  /** What faults ask of the streams that run meanwhile. */
  asked: { doubleClicks: number; killedImports: number };
  /** No more of it: streams finish what they have begun. */
  isOver: boolean;
  close(): Promise<void>;
}

export interface Where {
  databaseUrl: string;
  folder: string;
}

export async function setStage(plan: Plan, { databaseUrl, folder }: Where): Promise<Stage> {
  const tally = new Tally();
  const emulator = await startEmulator({ mode: plan.mode, workspace: crowdedWorkspace() });
  const front = new Front(chance(plan.seed).below, (fault) => tally.add(fault));
  await front.listen();
  emulator.setRequestUrl(`${front.url}/slack/events`);
  const config = { ...testConfig(emulator, plan.mode, databaseUrl), webhooks: WEBHOOKS };
  const options = { timings: TIMINGS, ...(plan.defect ? { defect: plan.defect } : {}) };
  const bots = new Bots({ config, options, folder });
  const close = async () => {
    await bots.endAll();
    await front.stop();
    await emulator.stop();
  };
  try {
    await bots.start(plan.bots);
    front.sendTo(bots.ports);
    await connected(emulator, plan.mode);
  } catch (thrown) {
    await close();
    throw thrown;
  }
  return {
    ...{ plan, emulator, front, bots, databaseUrl, folder, tally, close },
    promised: new Promised(),
    chanceFor: (who) =>
      chance(plan.seed * 1_000 + [...who].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7)),
    asked: { doubleClicks: 0, killedImports: 0 },
    isOver: false,
  };
}

/** What the emulator calls them. */
const API_FAULTS: Partial<Record<ApiFault['kind'], FaultKind>> = {
  rate_limited: 'too_fast',
  server_error: 'server_error',
  reset_before: 'reset_before',
  reset_after: 'reset_after',
  reset_mid_body: 'half_answer',
  html: 'html',
  slow: 'slow',
  slow_body: 'slow_body',
};

/** Those that a call of the bot ran into. */
export function countApiFaults({ emulator, tally }: Stage): void {
  for (const { fault } of emulator.workspace.calls) {
    const kind = API_FAULTS[fault as ApiFault['kind']];
    if (kind) tally.add(kind);
  }
}
