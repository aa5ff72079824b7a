import { expect, it } from 'vitest';
import { cardsOf, threadOf } from '../support/cards.ts';
import { textOf } from '../support/messages.ts';
import { ANA, MAX } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

it('A lead that somebody else judges says whose it is, and its owner hears of it once, in the thread', async () => {
  const world = await startWorld();
  await world.post('/api/leads', { source: 'Webinar', name: 'Dana Whitfield', company: 'Harbour Hotels' });
  await world.settle();
  const card = () => cardsOf(world.emulator)[0]!;
  await world.emulator.as(ANA).click(card(), 'Claim');
  await world.settle();
  const max = world.emulator.as(MAX);
  await max.click(card(), 'Reject');
  await max.clickInView(await max.openModal(), 'reason', { option: 'Competitor or student' });
  await max.submit(max.topModal()!);
  await world.settle();
  expect(textOf(card())).toContain(`Rejected by <@${MAX}> · <@${ANA}>’s lead: Competitor or student`);
  const lines = threadOf(world.emulator, card()).map(textOf);
  expect(lines.filter((line) => line.includes(`It is <@${ANA}>’s lead.`))).toHaveLength(1);

  await max.choose(card(), 'lead_menu', 'Undo the last move');
  await world.settle();
  const ana = world.emulator.as(ANA);
  await ana.click(card(), 'Reject');
  await ana.clickInView(await ana.openModal(), 'reason', { option: 'Competitor or student' });
  await ana.submit(ana.topModal()!);
  await world.settle();
  expect(textOf(card())).toContain(`Rejected by <@${ANA}>: Competitor or student`);
  expect(threadOf(world.emulator, card()).map(textOf).at(-1)).not.toContain('’s lead');
});
