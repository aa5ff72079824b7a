/** What a connection has to bear over months, in a row: a short form in every test run, `npm run prove -- --only socket` for the whole. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { SLACK_TIMINGS } from '../../../src/slack/timings.ts';
import { cardsOf } from '../../support/cards.ts';
import { buttonsOf } from '../../support/messages.ts';
import { ANA } from '../../support/people.ts';
import { times } from '../../support/proof.ts';
import { startWorld, type World } from '../../support/world.ts';

const REFRESHES = times(10);
const RECONNECTS = times(50);
const CLICK_EVERY_MS = 200;

/** As in earnest, but that a connection counts as a good one at once: here hours lie between two ends of it. */
const slackTimings = { ...SLACK_TIMINGS, socket: { ...SLACK_TIMINGS.socket, steady: 0 } };
const start = { slackTimings };

it(`${REFRESHES} refreshes under five clicks a second cost none of them`, { timeout: 300_000 }, async () => {
  const world = await startWorld({ start, pace: false });
  await leads(world, REFRESHES * 4);
  const unclaimed = cardsOf(world.emulator).filter((card) => buttonsOf(card).includes('Claim'));
  const clicks: Promise<{ acknowledged: boolean }>[] = [];
  const click = () => {
    const card = unclaimed.pop();
    const ana = world.emulator.as(ANA);
    clicks.push(card ? ana.click(card, 'Claim') : ana.command('/tango', 'help'));
  };
  const clicking = setInterval(click, CLICK_EVERY_MS);
  for (let n = 0; n < REFRESHES; n++) {
    await replaced(world, n % 2 === 0 ? 'warning' : 'refresh_requested');
    await new Promise((resolve) => setTimeout(resolve, CLICK_EVERY_MS));
  }
  clearInterval(clicking);
  const answers = await Promise.all(clicks);
  expect(answers.length).toBeGreaterThan(REFRESHES);
  expect(answers.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
  console.log(`${REFRESHES} refreshes, ${answers.length} clicks, all acknowledged`);
});

it(`${RECONNECTS} reconnects leave nothing behind`, { timeout: 300_000 }, async () => {
  const world = await startWorld({ start, pace: false });
  const early = Math.round(RECONNECTS / 5);
  let before = measure();
  for (let n = 0; n < RECONNECTS; n++) {
    if (n === early) before = measure();
    world.emulator.faults.sockets.drop();
    await world.emulator.waitFor(() => !world.emulator.isBotConnected(), { within: 5_000 });
    await world.emulator.waitFor(() => world.emulator.isBotConnected(), { within: 5_000 });
    // What the emulator has heard is its own.
    world.emulator.workspace.calls.length = 0;
  }
  const after = measure();
  console.log(
    `${RECONNECTS} reconnects: ${JSON.stringify(before)} after ${early}, ${JSON.stringify(after)} at the end`,
  );
  expect(world.emulator.openSockets()).toBe(1);
  expect(after.sockets).toBeLessThanOrEqual(before.sockets + 2);
  expect(after.timers).toBeLessThanOrEqual(before.timers + 5);
  expect(after.listeners).toBe(before.listeners);
  expect((after.heapBytes - before.heapBytes) / (RECONNECTS - early)).toBeLessThan(MOST_BYTES_EACH);
  expect(await world.emulator.as(ANA).command('/tango', 'help')).toMatchObject({ acknowledged: true });
});

/** Far less than a connection takes; more than the noise of a heap in a short run. */
const MOST_BYTES_EACH = 30_000;

async function leads(world: World, count: number): Promise<void> {
  const each = Array.from({ length: count }, (_, n) => ({ source: 'Webinar', name: `Lead ${n}` }));
  await world.post('/api/leads', each);
  while (cardsOf(world.emulator).length < count) await world.settle();
}

async function replaced({ emulator }: World, reason: 'warning' | 'refresh_requested'): Promise<void> {
  emulator.faults.sockets.disconnect(reason);
  await emulator.waitFor(() => emulator.openSockets() === 2, { within: 5_000 });
  await emulator.waitFor(() => emulator.openSockets() === 1, { within: 15_000 });
}

function measure() {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const open = process.getActiveResourcesInfo();
  return {
    heapBytes: process.memoryUsage().heapUsed,
    sockets: open.filter((name) => name.startsWith('TCP')).length,
    timers: open.filter((name) => name === 'Timeout').length,
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  };
}
