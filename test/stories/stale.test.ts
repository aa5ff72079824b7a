import { describe, expect, it } from 'vitest';
import { cardsOf } from '../support/cards.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS, MIA } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const HOUR = 3_600_000;
const STAYS = 'Nothing was changed; what you typed is still here.';

async function worldWithCard(mode: 'socket' | 'http' = 'http') {
  const world = await startWorld({ mode });
  await world.post('/api/leads', { source: 'Webinar', externalId: 'form-1', name: 'Dana Whitfield' });
  await world.settle();
  const [card] = cardsOf(world.emulator);
  return { world, card: card!, ana: world.emulator.as(ANA), ben: world.emulator.as(BEN) };
}

/** What Slack shows lags behind the database until the outbox runs. */
const shown = (world: World) => cardsOf(world.emulator)[0]!;

describe('a click on a card that is no longer so', () => {
  it('says privately what happened meanwhile, and the card is drawn again', async () => {
    const { world, card, ana } = await worldWithCard();
    await ana.click(card, 'Claim');
    await world.settle();
    const won = { source: 'Webinar', externalId: 'form-1', outcome: 'won', value: 18_000 };
    expect((await world.post('/api/outcomes', won)).status).toBe(200);

    await ana.click(shown(world), 'Contacted');
    const [line, ...more] = ana.ephemerals(LEADS);
    expect(line?.text).toContain('This lead was won');
    expect(line?.text).toContain('I have refreshed the card.');
    expect(more).toEqual([]);
    await world.settle();
    expect(buttonsOf(shown(world))).toEqual(['Tell the story']);
    expect(world.emulator.as(BEN).ephemerals(LEADS)).toEqual([]);
  });

  it('draws a card again whose last redrawing was given up', async () => {
    const { world, card, ana, ben } = await worldWithCard();
    const mended = world.emulator.faults.during('chat.update', { kind: 'error', error: 'unheard_of' });
    await ana.click(card, 'Claim');
    for (let hour = 0; hour < 12; hour++) {
      await world.settle(1_000);
      world.clock.move(HOUR);
    }
    mended();
    await world.settle();
    expect(buttonsOf(shown(world))).toContain('Claim');

    await ben.click(shown(world), 'Claim');
    expect(ben.ephemerals(LEADS).map(({ text }) => text)).toEqual([
      expect.stringContaining(`<@${ANA}> claimed this 12 hours before you.`),
    ]);
    await world.settle();
    expect(textOf(shown(world))).toContain(`<@${ANA}> has it`);
  });

  it('shows how to reach a lead that is with marketing to nobody who may not mend it', async () => {
    const { world, card, ana, ben } = await worldWithCard();
    await ana.click(card, 'Reject');
    await ana.clickInView(await ana.openModal(), 'reason', { option: 'Bad contact data' });
    expect(await ana.submit(ana.topModal()!)).toEqual({ result: 'closed' });
    await world.settle();
    await ben.choose(shown(world), 'lead_menu', 'Mend the contact data…');
    expect(ben.topModal()).toBeUndefined();
    expect(ben.ephemerals(LEADS).at(-1)?.text).toContain('This one is with marketing');
    const mia = world.emulator.as(MIA);
    await mia.choose(shown(world), 'lead_menu', 'Mend the contact data…');
    expect(textOf(mia.topModal()!)).toContain('It came back because');
  });

  it('opens no modal that could only be refused', async () => {
    const { world, card, ana, ben } = await worldWithCard();
    await ana.click(card, 'Claim');
    for (const button of ['Qualify', 'Reject']) await ben.click(shown(world), button);
    expect(ben.topModal()).toBeUndefined();
    const whispers = ben.ephemerals(LEADS).map(({ text }) => text);
    expect(whispers).toEqual(Array(2).fill(expect.stringContaining(`Only <@${ANA}> or a manager can`)));
  });
});

for (const mode of ['socket', 'http'] as const) {
  describe(`a modal that was open while its lead moved, over ${mode}`, () => {
    it('says so, changes nothing, and keeps what was typed until it can be used', async () => {
      const { world, card, ana, ben } = await worldWithCard(mode);
      await ana.click(card, 'Qualify');
      const modal = await ana.openModal();
      await ben.click(card, 'Claim');
      const typed = {
        criteria: ['fits', 'need', 'decides'],
        amount: '18,000',
        note: 'Board decides in May.',
      };
      expect(await ana.submit(modal, typed)).toMatchObject({ result: 'updated' });
      expect(textOf(ana.topModal()!)).toContain(`Only <@${BEN}> or a manager can`);
      expect(textOf(ana.topModal()!)).toContain(STAYS);
      await world.settle();
      expect(textOf(shown(world))).toContain(`<@${BEN}> claimed this`);

      await ben.choose(shown(world), 'lead_menu', 'Release to the channel');
      await world.settle();
      expect(await ana.submit(ana.topModal()!)).toEqual({ result: 'closed' });
      await world.settle();
      expect(textOf(shown(world))).toContain('€18,000');
      const lines = world.emulator.workspace.messages.in(LEADS).map(({ text }) => text);
      expect(lines.at(-1)).toContain('Board decides in May.');
    });
  });
}

it('keeps the reason and the note of a rejection that came too late', async () => {
  const { world, card, ana, ben } = await worldWithCard();
  await ana.click(card, 'Reject');
  await ana.clickInView(await ana.openModal(), 'reason', { option: 'Bad timing' });
  await ben.click(card, 'Claim');
  const refused = await ana.submit(ana.topModal()!, { date: '2027-03-01', note: 'After the summer.' });
  expect(refused).toMatchObject({ result: 'updated' });
  await world.settle();
  const modal = ana.topModal()!;
  expect(textOf(modal)).toContain(STAYS);
  expect(modal.entered).toMatchObject({
    reason: { reason: { selected_option: { value: 'bad_timing' } } },
    date: { date: { selected_date: '2027-03-01' } },
    note: { note: { value: 'After the summer.' } },
  });
});
