/** Somebody imports a fair's leads: those who come alone do not wait for them, and a manager can stop it. */
import { expect, it } from 'vitest';
import { visitHome } from '../../src/usecases/home/announce-homes.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { cardsOf } from '../support/cards.ts';
import { buttonsOf, readOf, textOf } from '../support/messages.ts';
import { ANA, MAX } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const fair = Array.from({ length: 120 }, (_, n) => ({ source: 'Fair', name: `Visitor ${n}` }));

const importFair = (world: World) => receiveLeads(world.bot.ctx, fair, { by: 'import', post: 'all' });

for (const mode of ['socket', 'http'] as const) {
  it(`A lead that comes by itself has its card within seconds, and Max stops the rest and posts it later, over ${mode}`, async () => {
    const world = await startWorld({ mode });
    await importFair(world);
    await world.settle(5_000);
    const before = world.clock.now();
    await world.post('/api/leads', { source: 'Web', name: 'Dana Whitfield', priority: 'hot' });
    await world.settle(3_000);
    expect(cardsOf(world.emulator).map(textOf).join()).toContain('Dana Whitfield');
    expect(world.clock.now() - before).toBeLessThanOrEqual(3_000);

    const max = world.emulator.as(MAX);
    await visitHome(world.bot.ctx, MAX);
    await world.settle(1_000);
    expect(readOf(max.home()!)).toMatch(/cards\* that came together wait to be posted.*about 1 minute/s);
    await max.clickInView(max.home()!, 'Stop them');
    await world.settle(2_000);
    const posted = cardsOf(world.emulator).length;
    await world.settle(10_000);
    expect(cardsOf(world.emulator)).toHaveLength(posted);
    expect(readOf(max.home()!)).toContain('Stopped cards');
    expect(buttonsOf(max.home()!)).toContain('Claim');

    await max.clickInView(max.home()!, 'Claim');
    await world.settle(10_000);
    expect(cardsOf(world.emulator)).toHaveLength(posted);
    await max.clickInView(max.home()!, 'backlog_post');
    for (let minutes = 0; minutes < 4; minutes++) await world.settle(60_000);
    expect(cardsOf(world.emulator)).toHaveLength(121);
  });
}

it('Reps are not asked about it', async () => {
  const world = await startWorld();
  await importFair(world);
  await visitHome(world.bot.ctx, ANA);
  await world.settle(1_000);
  expect(buttonsOf(world.emulator.as(ANA).home()!)).not.toContain('Stop them');
});
