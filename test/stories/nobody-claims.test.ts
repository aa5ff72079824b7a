import { expect, it } from 'vitest';
import { buttonsOf, textOf } from '../support/messages.ts';
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
  expect(call?.text).toBe('Waiting to be claimed longer than we promised.');
  expect(textOf(call!)).toMatch(/Dana Whitfield[\s\S]*promised by[\s\S]*<!here>/);
  expect(textOf(card!)).toContain(':red_circle: Nobody has claimed it');
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
  const digests = () => world.emulator.as(MAX).directMessage().messages;
  expect(digests().map(({ text }) => text)).toEqual([
    'What still waits here goes on in a newer message.',
    '1 lead has waited past its promise.',
  ]);
  expect(textOf(digests()[1]!)).toMatch(/Dana Whitfield[\s\S]*nobody[\s\S]*1 day[\s\S]*Open/);
  expect(textOf(world.emulator.workspace.messages.in(LEADS)[0]!)).toContain(`<@${MAX}> knows`);

  // From the second day on everybody in the channel is told once a day.
  const waiting = () =>
    world.emulator.workspace.messages.in(LEADS).find(({ text }) => text?.includes('earlier day'))!;
  expect(textOf(waiting())).toContain('Dana Whitfield');

  // The call's own button works as the card's does.
  await world.emulator.as(ANA).click(call!, 'Claim');
  await world.settle();
  expect(buttonsOf(world.emulator.workspace.messages.in(LEADS)[0]!)).toEqual([
    'Contacted',
    'Qualify',
    'Reject',
  ]);

  // And whatever put it before somebody says that it has moved.
  const [, called] = world.emulator.workspace.messages.in(LEADS);
  expect(textOf(called!)).toMatch(/All of these were taken[\s\S]*<@U_ANA> claimed it/);
  expect(buttonsOf(called!)).toEqual([]);
  expect(digests().at(-1)?.text).toBe('All that waited here is done.');
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
  expect(textOf(ana.directMessage().messages.at(-1)!)).toContain(`<@${ANA}> made the first contact`);
  expect(buttonsOf(ana.directMessage().messages.at(-1)!)).toEqual([]);
  await pass(world, 24 * HOUR);
  expect(ana.directMessage().messages).toHaveLength(1);
});
