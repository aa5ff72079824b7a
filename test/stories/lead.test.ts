import { describe, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const DANA = {
  source: 'Webinar',
  name: 'Dana Whitfield',
  company: 'Harbour Hotels',
  email: 'dana@harbour.example',
  message: 'We run 14 properties.',
  priority: 'hot',
};

/** The top-level messages of the leads channel. */
function cards({ emulator }: World) {
  return emulator.workspace.messages
    .in(LEADS)
    .filter((message) => message.threadTs === undefined || message.threadTs === message.ts);
}

async function newCard(world: World, facts = {}) {
  const answer = await world.post('/api/leads', { ...DANA, ...facts });
  expect(answer.status).toBe(201);
  await world.settle();
  return cards(world).at(-1)!;
}

for (const mode of ['socket', 'http'] as const) {
  describe(`a lead over ${mode}`, () => {
    it('becomes a card that Ana claims, contacts and qualifies, with its thread telling of it', async () => {
      const world = await startWorld({ mode });
      const card = await newCard(world);
      expect(buttonsOf(card)).toEqual(['Claim', 'Qualify', 'Reject']);
      expect(textOf(card)).toContain('Dana Whitfield');

      const ana = world.emulator.as(ANA);
      await ana.click(card, 'Claim');
      await world.settle();
      expect(buttonsOf(cards(world)[0]!)).toEqual(['Contacted', 'Qualify', 'Reject']);
      expect(textOf(cards(world)[0]!)).toContain(`<@${ANA}> claimed this in`);

      await ana.click(card, 'Contacted');
      await world.settle();
      await ana.click(card, 'Qualify');
      const modal = await ana.openModal();
      const submitted = await ana.submit(modal, {
        criteria: ['fits', 'need', 'decides'],
        amount: '18,000',
        next_step: 'Demo with finance',
      });
      expect(submitted).toEqual({ result: 'closed' });
      await world.settle();
      expect(textOf(cards(world)[0]!)).toContain('€18,000');
      expect(buttonsOf(cards(world)[0]!)).toEqual(['Won', 'Lost']);

      const thread = world.emulator.workspace.messages
        .in(LEADS)
        .filter((message) => message.threadTs === card.ts && message.ts !== card.ts);
      expect(thread.map((message) => message.text.replace(/^.*?: /, ''))).toEqual([
        expect.stringContaining('claimed it'),
        expect.stringContaining('made the first contact'),
        expect.stringContaining('qualified it, €18,000'),
      ]);
    });

    it('has one winner when two click Claim at the same moment, and the other reads who it was', async () => {
      const world = await startWorld({ mode });
      const card = await newCard(world);
      const people = [ANA, BEN];
      await Promise.all(people.map((person) => world.emulator.as(person).click(card, 'Claim')));
      await world.settle();
      const winner = textOf(cards(world)[0]!).includes(`<@${ANA}> claimed`) ? ANA : BEN;
      const loser = winner === ANA ? BEN : ANA;
      const whispers = world.emulator
        .as(loser)
        .ephemerals(LEADS)
        .map((message) => message.text);
      expect(whispers).toEqual([expect.stringContaining(`<@${winner}> claimed this`)]);
      expect(world.emulator.as(winner).ephemerals(LEADS)).toEqual([]);
    });
  });
}
