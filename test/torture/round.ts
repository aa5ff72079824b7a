/** One round: work in bad weather, then calm, then the judge. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connected } from '../support/world.ts';
import { asker } from './clients/asker.ts';
import { forms } from './clients/forms.ts';
import { importer } from './clients/imports.ts';
import { Rep } from './clients/reps.ts';
import { sender } from './clients/senders.ts';
import { stream } from './clients/stream.ts';
import { judge } from './judge/index.ts';
import { type Violation, violations } from './judge/violation.ts';
import type { Plan } from './plan.ts';
import { type Records, readRecords } from './records.ts';
import { countApiFaults, type Stage, setStage, type Where } from './stage.ts';
import type { Tally } from './tally.ts';
import { endWeather, weather } from './weather/index.ts';
import { REPS } from './workspace.ts';

export interface Outcome {
  plan: Plan;
  confirmed: { leads: number; clicks: number };
  tally: Tally;
  violations: Violation[];
}

export async function playRound(plan: Plan, where: Where): Promise<Outcome> {
  const stage = await setStage(plan, where);
  try {
    const streams = startStreams(stage);
    await weather(stage);
    await untilEnough(stage);
    stage.isOver = true;
    await endWeather(stage);
    await Promise.all(streams);
    const records = await untilQuiet(stage);
    countApiFaults(stage);
    const { promised, tally, bots } = stage;
    const found = [
      ...judge(promised, records),
      ...violations('the bot does not end by itself', bots.ended, (said) => said),
    ];
    if (found.length > 0) writeFileSync(join(where.folder, 'records.json'), JSON.stringify(records, null, 1));
    return { plan, confirmed: promised.confirmed, tally, violations: found };
  } finally {
    await stage.close();
  }
}

function startStreams(stage: Stage): Promise<void>[] {
  const reps = REPS.map((_, nth) => new Rep(stage, nth));
  return [
    stream(stage, sender(stage, 'first sender'), 150),
    stream(stage, sender(stage, 'second sender'), 250),
    stream(stage, forms(stage), 400),
    stream(stage, asker(stage), 900),
    // In a round without weather nobody needs a file.
    ...(stage.plan.faults.length > 0 ? [stream(stage, importer(stage), 1_500)] : []),
    ...reps.map((rep) => stream(stage, () => rep.act(), 60)),
  ];
}

async function untilEnough({ plan: { least }, promised }: Stage): Promise<void> {
  const until = performance.now() + least.withinMs;
  const isEnough = () => promised.confirmed.leads >= least.leads && promised.confirmed.clicks >= least.clicks;
  while (!isEnough() && performance.now() < until) await pause(50);
}

/** On a busy machine a backlog takes its time; what is stuck does not move at all. */
const STUCK_AFTER_MS = 60_000;

/** Until nothing waits to be sent, or nothing of it moves any more. */
async function untilQuiet(stage: Stage): Promise<Records> {
  const { emulator, plan, databaseUrl } = stage;
  await connected(emulator, plan.mode);
  let movedAt = performance.now();
  let before = '';
  for (;;) {
    await emulator.settled();
    const records = await readRecords(emulator, databaseUrl);
    const waiting = records.outbox.filter(({ status }) => status === 'pending' || status === 'sending');
    if (waiting.length === 0 || performance.now() - movedAt > STUCK_AFTER_MS) return records;
    const sum = `${waiting.length} of ${records.outbox.length}`;
    if (sum !== before) movedAt = performance.now();
    before = sum;
    await pause(150);
  }
}
