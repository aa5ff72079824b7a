/** A snooze ends by the clock: nothing moves, and yet what people look at must not go on offering what means nothing any more. */
import { expect, it } from 'vitest';
import { DAY, MINUTE } from '../../src/domain/time/duration.ts';
import { endSnoozes } from '../../src/usecases/lead/end-snoozes.ts';
import { cardsOf } from '../support/cards.ts';
import { ANA } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const dana = { source: 'Webinar', name: 'Dana Whitfield', externalId: 'd1' };

const shown = ({ emulator }: World) => JSON.stringify(cardsOf(emulator)[0]);

async function minuteLater(world: World): Promise<void> {
  world.clock.move(MINUTE);
  await world.bot.jobs.runOnce();
  await world.settle();
}

async function snoozedUntilFriday(
  world: World,
  before: (card: () => ReturnType<typeof cardsOf>[0]) => Promise<void>,
) {
  await world.post('/api/leads', dana);
  await world.settle();
  const ana = world.emulator.as(ANA);
  const card = () => cardsOf(world.emulator)[0]!;
  await ana.click(card(), 'Claim');
  await world.settle();
  await before(card);
  await ana.choose(card(), 'lead_menu', 'Snooze…');
  await ana.submit(await ana.openModal(), { date: '2026-11-20' });
  await world.settle();
  expect(shown(world)).toContain('Wake now');
}

it('The card of a snoozed lead is drawn again in the minute in which the snooze ends, and the Home of its owner', async () => {
  const world = await startWorld();
  await snoozedUntilFriday(world, async () => {});
  const home = () => JSON.stringify(world.emulator.as(ANA).home());
  const [lead] = await world.bot.ctx.db.transaction((tx) => tx.sql.selectFrom('lead').selectAll().execute());
  world.clock.move(lead!.snoozedUntil! - MINUTE - world.clock.now());
  await world.emulator.as(ANA).openHome();
  await world.bot.jobs.runOnce();
  await world.settle();
  expect(shown(world)).toContain('Wake now');
  expect(home()).toContain('Wake now');
  await minuteLater(world);
  expect(shown(world)).not.toMatch(/Wake now|snoozed/);
  expect(shown(world)).toContain('Snooze…');
  expect(home()).not.toContain('Wake now');
});

it('Of an open deal as well, of which no promise runs; and each end is seen once', async () => {
  const world = await startWorld();
  await snoozedUntilFriday(world, async (card) => {
    const ana = world.emulator.as(ANA);
    await ana.click(card(), 'Qualify');
    await ana.submit(await ana.openModal(), { criteria: ['fits', 'need', 'decides'] });
    await world.settle();
  });
  world.clock.move(4 * DAY);
  expect(await endSnoozes(world.bot.ctx)).toBe(1);
  expect(await endSnoozes(world.bot.ctx)).toBe(0);
  await world.settle();
  expect(shown(world)).not.toMatch(/Wake now|snoozed/);
});
