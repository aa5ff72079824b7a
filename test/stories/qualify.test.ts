import { expect, it } from 'vitest';
import { cardsOf } from '../support/cards.ts';
import { readOf } from '../support/messages.ts';
import { ANA } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

const QUESTION = 'Why does it count although something required is missing?';

it('Why a lead counts all the same is asked only where something required is missing, and nothing is lost', async () => {
  const world = await startWorld({ pace: false });
  await world.post('/api/leads', { source: 'Webinar', externalId: 'q-1', company: 'Harbour Hotels' });
  await world.settle();
  const ana = world.emulator.as(ANA);
  await ana.click(cardsOf(world.emulator)[0]!, 'Qualify');
  const form = await ana.openModal();
  expect(readOf(form)).not.toContain(QUESTION);
  expect(await ana.submit(form, { criteria: ['fits', 'need'], amount: '18,000' })).toMatchObject({
    result: 'updated',
  });
  expect(readOf(ana.topModal()!)).toContain('Not ticked: Can decide, or brings who can.');
  expect(readOf(ana.topModal()!)).toContain(QUESTION);
  expect(await ana.submit(ana.topModal()!, { exception: 'The board asked us' })).toEqual({
    result: 'closed',
  });
  await world.settle();
  expect(readOf(cardsOf(world.emulator)[0]!)).toContain('€18,000');
});

it('An amount that cannot be read and a criterion that is missing are said at once', async () => {
  const world = await startWorld({ pace: false });
  await world.post('/api/leads', { source: 'Webinar', externalId: 'q-2', company: 'Harbour Hotels' });
  await world.settle();
  const ana = world.emulator.as(ANA);
  await ana.click(cardsOf(world.emulator)[0]!, 'Qualify');
  await ana.submit(await ana.openModal(), { criteria: ['fits', 'need'], amount: 'much' });
  const again = readOf(ana.topModal()!);
  for (const said of ['Please write a number', 'Not ticked: Can decide', QUESTION])
    expect(again).toContain(said);
  expect(await ana.submit(ana.topModal()!, {})).toMatchObject({
    result: 'errors',
    errors: {
      amount: expect.stringContaining('Please write a number'),
      exception: expect.stringContaining('Not ticked'),
    },
  });
});
