import { expect, it } from 'vitest';
import { readOf } from '../support/messages.ts';
import { ANA, LEADS } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

it.each([
  ['setings', 'I do not know “setings”. Did you mean */tango settings*?'],
  ['pizza *now*', 'I do not know “pizza *now*”. This is what there is:'],
])('A word that means nothing to us is said to be unknown: /tango %s', async (typed, said) => {
  const world = await startWorld();
  const ana = world.emulator.as(ANA);
  await ana.command('/tango', typed, { channel: LEADS });
  const [answer] = ana.ephemerals(LEADS);
  expect(readOf(answer!)).toContain(said);
  expect(readOf(answer!)).toContain('*/tango settings* shows how we work');
});

it('A week that has not begun is not shown as one without leads', async () => {
  const world = await startWorld();
  const ana = world.emulator.as(ANA);
  await ana.command('/scorecard', '2027-W10', { channel: LEADS });
  expect(ana.ephemerals(LEADS).map(({ text }) => text)).toEqual([
    expect.stringContaining('There is nothing to tell of week 2027-W10 yet'),
  ]);
});
