import { expect, it } from 'vitest';
import { cardsOf, threadOf } from '../support/cards.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const DANA = {
  source: 'Webinar',
  name: 'Dana Whitfield',
  company: 'Harbour Hotels',
  email: 'dana@harbour.example',
};

/** Ana has rejected Dana's lead when Dana writes again, through another form. */
async function danaWroteAgain(mode: 'socket' | 'http'): Promise<World> {
  const world = await startWorld({ mode });
  await world.post('/api/leads', DANA);
  await world.settle();
  const ana = world.emulator.as(ANA);
  await ana.click(cardsOf(world.emulator)[0]!, 'Reject');
  await ana.clickInView(await ana.openModal(), 'reason', { option: 'No need or interest' });
  await ana.submit(ana.topModal()!, {});
  const again = { ...DANA, source: 'Pricing page', email: 'Dana+2@Harbour.example', message: 'Now we do.' };
  await world.post('/api/leads', again);
  await world.settle();
  return world;
}

const shown = ({ emulator }: World) => {
  const [earlier, later] = cardsOf(emulator);
  const { messages } = emulator.as(ANA).directMessage();
  return { earlier: earlier!, later: later!, dm: messages.at(-1)! };
};

for (const mode of ['socket', 'http'] as const) {
  it(`Dana writes again: Ana merges the two from her direct message and takes them apart, over ${mode}`, async () => {
    const world = await danaWroteAgain(mode);
    const { earlier, later, dm } = shown(world);
    expect(textOf(later)).toContain(`Same person as *Dana Whitfield, Harbour Hotels*, with <@${ANA}>`);
    expect(textOf(earlier)).toContain('Came back');
    for (const told of [dm, threadOf(world.emulator, earlier).at(-1)!]) {
      expect(textOf(told)).toContain('Dana Whitfield wrote again, through Pricing page.\n> Now we do.');
      expect(buttonsOf(told)).toEqual(['Merge', 'Keep apart']);
    }
    expect(buttonsOf(threadOf(world.emulator, later)[0]!)).toEqual(['Merge', 'Keep apart']);

    const ana = world.emulator.as(ANA);
    await ana.click(dm, 'Merge');
    await world.settle();
    const merged = shown(world);
    expect(textOf(merged.later)).toContain('Merged into *Dana Whitfield, Harbour Hotels*');
    expect(textOf(merged.earlier)).toContain(`<@${ANA}> claimed this`);
    for (const told of [merged.dm, ...threadOf(world.emulator, merged.later).slice(0, 1)]) {
      expect(buttonsOf(told)).toEqual([]);
      expect(textOf(told)).toContain(`<@${ANA}> merged the two.`);
    }
    await ana.choose(merged.earlier, 'lead_menu', 'Show everything');
    expect(textOf(await ana.openModal())).toContain('Now we do.');

    await ana.choose(merged.later, 'lead_menu', 'Take the two apart again');
    await world.settle();
    const apart = shown(world);
    expect(buttonsOf(apart.later)).toEqual(['Claim', 'Qualify', 'Reject']);
    expect(textOf(apart.earlier)).toContain('Rejected by');
    expect(textOf(apart.dm)).toContain(`<@${ANA}> keeps the two apart.`);
  });
}

it('Ben may not merge Ana’s lead, and whoever comes second reads that it is decided', async () => {
  const world = await danaWroteAgain('http');
  const { later, dm } = shown(world);
  const [question] = threadOf(world.emulator, later);
  const [ana, ben] = [world.emulator.as(ANA), world.emulator.as(BEN)];
  await ben.click(question!, 'Merge');
  expect(ben.ephemerals(LEADS).at(-1)?.text).toContain(`<@${ANA}> works on one of these leads.`);
  await ana.click(dm, 'Keep apart');
  await ben.click(question!, 'Keep apart');
  expect(ben.ephemerals(LEADS).at(-1)?.text).toContain(`<@${ANA}> keeps these two apart already.`);
  await world.settle();
  const after = shown(world);
  expect(buttonsOf(threadOf(world.emulator, after.later)[0]!)).toEqual([]);
  expect(textOf(after.later)).not.toContain('Same person');
  expect(textOf(after.earlier)).not.toContain('Came back');
});
