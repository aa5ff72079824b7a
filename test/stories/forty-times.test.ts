import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Message } from '../../emulator/workspace/messages.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { DIALECTS } from '../support/databases.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, MAX } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const CASE = '../shared/cases/20-the-same-form-forty-times';
const HOUR = 3_600_000;

const FIRST = { source: 'Web', externalId: 'first', name: 'Dana Whitfield', email: 'dana@harbour.example' };

async function claimedByAna(
  dialect: 'sqlite' | 'postgres' = 'sqlite',
  first: object = FIRST,
): Promise<World> {
  const world = await startWorld({ dialect });
  await world.post('/api/leads', first);
  await world.settle();
  await world.emulator.as(ANA).click(cardsOf(world.emulator)[0]!, 'Claim');
  await world.settle();
  return world;
}

/** What Ana was told of people who wrote again, as she reads it now. */
function told({ emulator }: World): Message[] {
  const { messages } = emulator.as(ANA).directMessage();
  return messages.filter(({ text }) => text?.includes(' again'));
}

it.skipIf(!existsSync(CASE))(
  'shared/cases/20: the same form forty times is one card, and Ana hears of it',
  async () => {
    const json = (name: string) => JSON.parse(readFileSync(`${CASE}/${name}.json`, 'utf8'));
    const world = await claimedByAna('sqlite', json('first'));
    for (let n = 1; n <= 40; n += 1) {
      const answer = await world.post('/api/leads', { ...json('again'), externalId: `again-${n}` });
      expect(answer.status).toBe(201);
      world.clock.move(1_000);
    }
    await world.settle();
    expect(cardsOf(world.emulator)).toHaveLength(2);
    expect(told(world)).toHaveLength(1);
    expect(textOf(told(world)[0]!)).toContain('same text');
    expect(textOf(told(world)[0]!)).toContain('The same came 39 more times');
    expect(textOf(cardsOf(world.emulator)[1]!)).toContain('The same came 39 more times');
    // Another message of another day.
    world.clock.move(26 * HOUR);
    await world.post('/api/leads', { ...json('again'), externalId: 'later', message: 'Are you there?' });
    await world.settle();
    expect(cardsOf(world.emulator).filter((card) => textOf(card).includes('Are you there?'))).toHaveLength(1);
    expect(told(world)).toHaveLength(2);
    expect(textOf(told(world)[1]!)).toContain('Are you there?');
  },
);

for (const dialect of DIALECTS) {
  it(`forty in one call are one card, and what was said of each is kept, on ${dialect}`, async () => {
    const world = await claimedByAna(dialect);
    const forty = Array.from({ length: 40 }, (_, n) => ({
      ...FIRST,
      externalId: `again-${n}`,
      message: 'The same.',
    }));
    const answer = await world.post('/api/leads', forty);
    const { leads } = (await answer.json()) as { leads: { id: string; duplicate: boolean }[] };
    expect(new Set(leads.map(({ id }) => id)).size).toBe(40);
    expect(leads.some(({ duplicate }) => duplicate)).toBe(false);
    await world.settle();
    const [earlier, again, ...others] = cardsOf(world.emulator);
    expect(others).toEqual([]);
    expect(threadOf(world.emulator, earlier!).filter(({ text }) => text?.includes('again'))).toHaveLength(1);
    const ana = world.emulator.as(ANA);
    await ana.choose(again!, 'lead_menu', 'Show everything');
    const everything = textOf(await ana.openModal());
    expect(everything).toContain('Web · again-39');
    expect(everything.match(/The same came again/g)).toHaveLength(2);
  });
}

it('six questions within the hour are six cards, one line below Ana’s and one message to her, with what is newest', async () => {
  const world = await claimedByAna();
  for (let n = 1; n <= 6; n += 1) {
    await world.post('/api/leads', { ...FIRST, externalId: `q${n}`, message: `Question ${n}.` });
    world.clock.move(60_000);
  }
  await world.settle();
  const [earlier, ...six] = cardsOf(world.emulator);
  expect(six).toHaveLength(6);
  const line = threadOf(world.emulator, earlier!).filter((message) => textOf(message).includes('Question'));
  for (const messages of [told(world), line]) {
    expect(messages).toHaveLength(1);
    const text = textOf(messages[0]!);
    expect(text.indexOf('Question 6.')).toBeLessThan(text.indexOf('Question 5.'));
    expect(text).toContain('And 3 before that');
    expect(buttonsOf(messages[0]!)).toHaveLength(6);
  }
  // An hour later it is news again, and the first message stays as it is.
  world.clock.move(HOUR);
  await world.post('/api/leads', { ...FIRST, externalId: 'q7', message: 'Question 7.' });
  await world.settle();
  expect(told(world)).toHaveLength(2);
  expect(textOf(told(world)[0]!)).not.toContain('Question 7.');
});

it('each of several in one message is merged by its own button, and the message says which', async () => {
  const world = await claimedByAna();
  await world.post('/api/leads', { ...FIRST, externalId: 'q1', message: 'Question 1.' });
  await world.post('/api/leads', { ...FIRST, externalId: 'q2', message: 'Question 2.' });
  await world.settle();
  const ana = world.emulator.as(ANA);
  // The newest stands first.
  await ana.click(told(world)[0]!, 'Merge');
  await world.settle();
  const [, one, two] = cardsOf(world.emulator);
  expect(textOf(two!)).toContain('Merged into');
  expect(textOf(one!)).not.toContain('Merged into');
  expect(textOf(told(world)[0]!)).toContain('merged the two.');
  expect(buttonsOf(told(world)[0]!)).toEqual(['Merge', 'Keep apart']);
});

it('Max sees in his Home what nobody has decided about, and decides there', async () => {
  const world = await claimedByAna();
  await world.post('/api/leads', { ...FIRST, externalId: 'q1', message: 'Question 1.' });
  await world.settle();
  const max = world.emulator.as(MAX);
  const seen = () => max.home()!;
  const heard = new Promise<void>((resolve) => {
    const end = world.bot.ctx.db.listen('outbox', () => resolve(end()));
  });
  max.openHome();
  // Slack has its acknowledgement of an event before the bot begins.
  await heard;
  await world.settle();
  expect(textOf(seen())).toContain('Came back, nobody has decided (1)');
  expect(textOf(seen())).toContain(`Known: *Dana Whitfield*, with <@${ANA}>`);
  await max.clickInView(seen(), 'Keep apart');
  await world.settle();
  expect(textOf(seen())).not.toContain('nobody has decided');
});

for (const dialect of DIALECTS) {
  it(`one that was counted as said again is taken out where it is listed, and is a lead like any other, on ${dialect}`, async () => {
    const world = await claimedByAna(dialect);
    const [first] = cardsOf(world.emulator);
    const again = { ...FIRST, message: 'The same.' };
    for (const externalId of ['one', 'two', 'three']) {
      await world.post('/api/leads', { ...again, externalId });
      world.clock.move(1_000);
    }
    await world.settle();
    const second = () => cardsOf(world.emulator).find((card) => textOf(card).includes('came 2 more times'))!;
    const ben = world.emulator.as(BEN);
    await ben.click(second(), 'Claim');
    await world.settle();
    const ana = world.emulator.as(ANA);
    await ana.choose(second(), 'lead_menu', 'Show everything');
    expect(buttonsOf(ana.topModal()!)).toEqual(['Take out', 'Take out']);
    await ana.clickInView(ana.topModal()!, 'Take out');
    await world.settle();
    expect(cardsOf(world.emulator)).toHaveLength(2);

    await ben.choose(second(), 'lead_menu', 'Show everything');
    await ben.clickInView(ben.topModal()!, 'Take out');
    await world.settle();
    expect(cardsOf(world.emulator)).toHaveLength(3);
    const out = cardsOf(world.emulator).at(-1)!;
    expect(buttonsOf(out)).toContain('Claim');
    expect(textOf(out)).toMatch(/Claim \*by/);
    expect(textOf(first!)).not.toContain('more times');
    expect(buttonsOf(ben.topModal()!)).toEqual(['Take out']);
    expect(textOf(ben.topModal()!)).toContain('took the two apart again');
    await world.emulator.as(MAX).click(out, 'Claim');
    await world.settle();
  });
}
