import { expect, it } from 'vitest';
import { buttonsOf } from '../support/messages.ts';
import { ANA, LEADS, MAX } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const HOUR = 3_600_000;

const DANA = { source: 'Webinar', name: 'Dana Whitfield', company: 'Harbour Hotels' };

async function pass(world: World, ms: number): Promise<void> {
  world.clock.move(ms);
  await world.bot.jobs.runOnce();
  await world.settle();
}

it('a lead that nobody claims is called out in the channel once, then to the manager', async () => {
  const world = await startWorld();
  await world.post('/api/leads', DANA);
  await world.settle();
  await pass(world, 2 * HOUR);
  await pass(world, 60_000);
  const [card, call, ...more] = world.emulator.workspace.messages.in(LEADS);
  expect(more).toEqual([]);
  expect(call?.text).toContain('<!here> Dana Whitfield, Harbour Hotels waits to be claimed');
  expect(call?.threadTs).toBeUndefined();

  await pass(world, 2 * HOUR);
  await pass(world, 24 * HOUR);
  const inThread = world.emulator.workspace.messages
    .in(LEADS)
    .filter(({ ts, threadTs }) => threadTs === card?.ts && ts !== card?.ts);
  expect(inThread.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^This waits to be claimed.*The managers know\.$/),
  ]);

  // The manager has one message of the day, with the menu of each lead.
  const [digest, ...others] = world.emulator.as(MAX).directMessage().messages;
  expect(others).toEqual([]);
  expect(digest?.text).toBe('1 lead passed its promise today: 1 unclaimed (Webinar).');

  // The call's own button works as the card's does.
  await world.emulator.as(ANA).click(call!, 'Claim');
  await world.settle();
  expect(buttonsOf(world.emulator.workspace.messages.in(LEADS)[0]!)).toEqual([
    'Contacted',
    'Qualify',
    'Reject',
  ]);
});

it('whoever claims and stays silent is asked by direct message, with the buttons right there', async () => {
  const world = await startWorld();
  await world.post('/api/leads', DANA);
  await world.settle();
  const ana = world.emulator.as(ANA);
  await ana.click(world.emulator.workspace.messages.in(LEADS)[0]!, 'Claim');
  await world.settle();
  await pass(world, 4 * HOUR + 60_000);
  const dm = ana.directMessage().messages.at(-1)!;
  expect(dm.text).toContain('Dana Whitfield, Harbour Hotels waits for a first contact since');
  expect(buttonsOf(dm)).toEqual(['Contacted', 'Qualify', 'Reject']);
  await ana.click(dm, 'Contacted');
  await world.settle();
  await pass(world, 24 * HOUR);
  expect(ana.directMessage().messages).toHaveLength(1);
});
