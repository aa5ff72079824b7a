/** Somebody deletes a card, which Slack lets any administrator do: it comes back, with what was told below it. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Message } from '../../emulator/workspace/messages.ts';
import { DAY, MINUTE } from '../../src/domain/time/duration.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, LEADS } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const dana = { source: 'Webinar', name: 'Dana Whitfield', externalId: 'd1' };

async function withCard(mode: 'socket' | 'http' = 'socket'): Promise<World> {
  const world = await startWorld({ mode });
  await world.post('/api/leads', dana);
  await world.settle();
  return world;
}

/** As an administrator does in Slack. */
async function deleteCard({ emulator }: World): Promise<Message> {
  const card = cardsOf(emulator).at(-1)!;
  const { bot } = emulator.tokens;
  await fetch(`${emulator.apiUrl}chat.delete`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bot}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: LEADS, ts: card.ts }),
  });
  return card;
}

const standing = ({ emulator }: World) => cardsOf(emulator).filter(({ subtype }) => subtype !== 'tombstone');

for (const mode of ['socket', 'http'] as const) {
  it(`The CRM says lost (case 24): one new card, the line below it and nothing without a name, over ${mode}`, async () => {
    const world = await withCard(mode);
    await deleteCard(world);
    await world.post('/api/outcomes', { source: 'Webinar', externalId: 'd1', outcome: 'lost' });
    await world.settle();
    expect(standing(world)).toHaveLength(1);
    const card = standing(world)[0]!;
    expect(textOf(card)).toContain('Dana Whitfield');
    expect(threadOf(world.emulator, card).map(textOf).join()).toContain('lost');
  });

  it(`Its thread had lines: they stand below the new card as well, over ${mode}`, async () => {
    const world = await withCard(mode);
    const ana = world.emulator.as(ANA);
    await ana.click(cardsOf(world.emulator)[0]!, 'Claim');
    await world.settle();
    const old = await deleteCard(world);
    await world.post('/api/outcomes', { source: 'Webinar', externalId: 'd1', outcome: 'lost' });
    await world.settle();
    expect(standing(world)).toHaveLength(1);
    const card = standing(world)[0]!;
    expect(card.ts).not.toBe(old.ts);
    const lines = threadOf(world.emulator, card).map(textOf);
    expect(lines.join('\n')).toMatch(/claimed it[\s\S]*lost/);
    expect(lines.join('\n').match(/claimed it/g)).toHaveLength(1);
  });
}

it('Nobody touches the lead: the look of the day finds that its card is gone', async () => {
  const world = await withCard();
  await world.bot.jobs.runOnce();
  await world.settle();
  await deleteCard(world);
  expect(standing(world)).toEqual([]);
  world.clock.move(DAY);
  await world.bot.jobs.runOnce();
  await world.settle();
  const named = standing(world).filter((card) => buttonsOf(card).includes('Claim'));
  expect(named).toHaveLength(1);
});

it('A reminder that changes nothing on the card is due: the card is back before it, and it stands below that', async () => {
  const world = await withCard();
  await world.emulator.as(ANA).click(cardsOf(world.emulator)[0]!, 'Claim');
  await world.settle();
  const old = await deleteCard(world);
  // 80 % of the four working hours to the first contact.
  for (let minutes = 0; minutes < 4 * 60; minutes += 5) {
    world.clock.move(5 * MINUTE);
    await world.bot.jobs.runOnce();
    await world.settle(2_000);
    if (threadOf(world.emulator, old).length > 1 || standing(world).length > 0) break;
  }
  expect(standing(world)).toHaveLength(1);
  const card = standing(world)[0]!;
  const before = threadOf(world.emulator, card).length;
  world.clock.move(10 * MINUTE);
  await world.bot.jobs.runOnce();
  await world.settle();
  expect(threadOf(world.emulator, old).map(textOf).join()).not.toMatch(/contact by|first contact/);
  const lines = threadOf(world.emulator, card).map(textOf);
  expect(lines.length).toBeGreaterThan(before);
  expect(cardsOf(world.emulator).filter((message) => !textOf(message).includes('Dana'))).toEqual([
    expect.objectContaining({ subtype: 'tombstone' }),
  ]);
});

const CASE = '../shared/cases/24-card-deleted-by-a-person/steps.md';

it.skipIf(!existsSync(CASE))(
  `Case 24 as it is written: claimed, deleted, and what the CRM says then (skipped without ${CASE})`,
  async () => {
    const steps = readFileSync(CASE, 'utf8');
    const outcome = JSON.parse(/`(\{.*?\})`/.exec(steps)?.[1] ?? '{}');
    const [, source, externalId, name] = /source (\w+), externalId (\w+), ([\w ]+)\)/.exec(steps) ?? [];
    const world = await startWorld();
    await world.post('/api/leads', { source, externalId, name });
    await world.settle();
    await world.emulator.as(ANA).click(cardsOf(world.emulator)[0]!, 'Claim');
    await world.settle();
    await deleteCard(world);
    expect((await world.post('/api/outcomes', outcome)).status).toBe(200);
    await world.settle();
    expect(standing(world)).toHaveLength(1);
    const card = standing(world)[0]!;
    expect(textOf(card)).toContain(name);
    expect(threadOf(world.emulator, card).map(textOf).join()).toContain('lost');
  },
);
