import { expect, it } from 'vitest';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import { handOverLead } from '../../src/usecases/lead/assign-lead.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { ANA, BEN, LEADS, MAX } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

async function arrived(): Promise<World> {
  const world = await startWorld();
  await world.post('/api/leads', { source: 'Webinar', company: 'Harbour Hotels' });
  await world.settle();
  return world;
}

const card = ({ emulator }: World) => cardsOf(emulator)[0]!;
const linesOf = (world: World) =>
  threadOf(world.emulator, card(world)).flatMap(({ text }) => text.split('\n'));

/** Slack tells Ana that it did not work, although it did, and she presses the same button of the same card again. */
async function pressTwice(world: World, press: () => Promise<{ acknowledged: boolean }>): Promise<void> {
  world.emulator.faults.loseAnswers();
  expect(await press()).toMatchObject({ acknowledged: false });
  expect(await press()).toMatchObject({ acknowledged: true });
  expect(world.emulator.as(ANA).ephemerals(LEADS)).toEqual([]);
}

it('whoever presses a button again because the answer was lost is not told off, and it is done once', async () => {
  const world = await arrived();
  const ana = world.emulator.as(ANA);
  const seen = card(world);
  await pressTwice(world, () => ana.click(seen, 'Claim'));
  await world.settle();
  await pressTwice(world, () => ana.click(card(world), 'Contacted'));
  await world.settle();
  await pressTwice(world, () => ana.choose(card(world), 'lead_menu', 'Release to the channel'));
  await world.settle();
  const told = linesOf(world).map((line) => line.replace(/^.*?: <@U_ANA> /, '').replace(/,.*/, ''));
  expect(told).toEqual(['claimed it', 'made the first contact', 'gave it back to the channel.']);
});

it('who has a lead already and claims it elsewhere is not told off either', async () => {
  const world = await arrived();
  const ana = world.emulator.as(ANA);
  await ana.click(card(world), 'Claim');
  await ana.click(card(world), 'Claim');
  await world.settle();
  expect(ana.ephemerals(LEADS)).toEqual([]);
  expect(linesOf(world)).toHaveLength(1);
});

it('a button that is pressed again much later is no repeat: it says what the lead is now', async () => {
  const world = await arrived();
  const ana = world.emulator.as(ANA);
  await ana.click(card(world), 'Claim');
  await world.settle();
  const seen = card(world);
  await ana.click(seen, 'Contacted');
  world.clock.move(3 * 60_000);
  await ana.click(seen, 'Contacted');
  expect(ana.ephemerals(LEADS)).toHaveLength(1);
});

it('who claimed a lead that is another’s by now is told so, however soon', async () => {
  const world = await arrived();
  const ana = world.emulator.as(ANA);
  const seen = card(world);
  await ana.click(seen, 'Claim');
  await handOverLead(world.bot.ctx, { leadId: 'lead_0001' as LeadId, person: MAX, to: BEN, note: null });
  await ana.click(seen, 'Claim');
  expect(ana.ephemerals(LEADS).map(({ text }) => text)).toEqual([expect.stringContaining(`<@${BEN}>`)]);
});
