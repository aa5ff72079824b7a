import { expect, it } from 'vitest';
import { cardsOf, threadOf } from '../support/cards.ts';
import { buttonsOf } from '../support/messages.ts';
import { ANA, LEADS } from '../support/people.ts';
import { startWorld } from '../support/world.ts';

const MINUTE = 60_000;

it('keeps to Slack’s pace with 120 leads at once, so that Slack refuses none of them', async () => {
  const world = await startWorld({ mode: 'http' });
  const leads = Array.from({ length: 120 }, (_, n) => ({ source: 'Webinar', name: `Lead ${n}` }));
  expect((await world.post('/api/leads', leads)).status).toBe(201);
  await world.settle(MINUTE);
  expect(cardsOf(world.emulator).length).toBeGreaterThan(40);

  // Lines in the threads take their turn in the same channel, and edits of cards have a pace of their own.
  const claimed = cardsOf(world.emulator).slice(0, 20);
  await Promise.all(claimed.map((card) => world.emulator.as(ANA).click(card, 'Claim')));
  await world.settle(5 * MINUTE);

  const { calls } = world.emulator.workspace;
  expect(
    calls.filter(({ answer }) => answer?.ok !== true).map(({ method, answer }) => [method, answer]),
  ).toEqual([]);
  expect(cardsOf(world.emulator)).toHaveLength(120);
  expect(cardsOf(world.emulator).filter((card) => buttonsOf(card).includes('Contacted'))).toHaveLength(20);
  expect(claimed.flatMap((card) => threadOf(world.emulator, card))).toHaveLength(20);
  const posts = calls.filter(({ method, args }) => method === 'chat.postMessage' && args.channel === LEADS);
  expect(posts).toHaveLength(140);
  const pauses = posts.slice(1).map(({ at }, n) => at - (posts[n]?.at ?? 0));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1_000);
});
