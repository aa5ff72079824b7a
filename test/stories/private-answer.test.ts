import { describe, expect, it } from 'vitest';
import { AppError, inWords } from '../../src/errors.ts';
import { cardsOf } from '../support/cards.ts';
import { failing } from '../support/failing-database.ts';
import { ANA, BEN, LEADS } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const FAULTS = [{ kind: 'server_error' }, { kind: 'reset_before' }, { kind: 'timeout_before' }] as const;

const heardBy = ({ emulator }: World, person: string) =>
  emulator
    .as(person)
    .directMessage()
    .messages.map(({ text }) => text);

describe.each(FAULTS)('an answer for one person’s eyes that Slack does not take ($kind)', (fault) => {
  it('to a click follows as a direct message, once', async () => {
    const world = await startWorld();
    await world.post('/api/leads', { source: 'Webinar', company: 'Harbour Hotels' });
    await world.settle();
    const [card] = cardsOf(world.emulator);
    await world.emulator.as(ANA).click(card!, 'Claim');
    world.emulator.faults.next('response_url', fault);
    expect(await world.emulator.as(BEN).click(card!, 'Claim')).toMatchObject({ acknowledged: true });
    await world.settle();
    expect(world.emulator.as(BEN).ephemerals(LEADS)).toEqual([]);
    expect(heardBy(world, BEN)).toEqual([expect.stringContaining(`<@${ANA}>`)]);
  });

  it('to a command as well', async () => {
    const world = await startWorld();
    world.emulator.faults.next('response_url', fault);
    await world.emulator.as(ANA).command('/scorecard', 'next year');
    await world.settle();
    expect(heardBy(world, ANA)).toEqual(['"next year" is not a week such as 2026-W47']);
  });
});

it('a notice in a window that Slack does not open follows as a direct message', async () => {
  const world = await startWorld();
  const message = world.emulator.as(BEN).say(LEADS, 'They want a call');
  world.emulator.faults.next('views.open', { kind: 'server_error' }, 2);
  await world.emulator.as(ANA).messageShortcut('make_lead', message);
  await world.settle();
  expect(heardBy(world, ANA)).toEqual(['Slack needs it faster than we were this time. Please click again.']);
});

it('who can be told in no way sees Slack’s own warning: nothing is acknowledged', async () => {
  const world = await startWorld();
  const ana = world.emulator.as(ANA);
  await ana.command('/tango', 'help');
  const mend = failing(world.bot.ctx.db, new AppError('unavailable', inWords('Not now.')));
  world.emulator.faults.next('response_url', { kind: 'server_error' }, 2);
  expect(await ana.command('/scorecard', 'last')).toMatchObject({ acknowledged: false });
  mend();
  await world.settle();
  expect(heardBy(world, ANA).at(-1)).toBe('/scorecard failed because the app did not respond.');
});
