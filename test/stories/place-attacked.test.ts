/** The leads channel is treated as people treat channels, with leads on their way all the while: each lead has one card where people look, none has two. */
import { expect, it } from 'vitest';
import { listTroubles } from '../../src/store/outbox/trouble.ts';
import { changeSettings } from '../../src/usecases/team/change-settings.ts';
import { cardsOf, isReply } from '../support/cards.ts';
import { textOf } from '../support/messages.ts';
import { ANA, LEADS, MAX, MIA } from '../support/people.ts';
import { startWorld, type World } from '../support/world.ts';

const NEXT = 'C_NEXT';
const THIRD = 'C_THIRD';
const BOT = 'U_TANGO';

async function world(mode: 'socket' | 'http' = 'socket'): Promise<World> {
  const it = await startWorld({ mode });
  for (const [id, name] of [
    [NEXT, 'leads-next'],
    [THIRD, 'leads-third'],
  ] as const)
    it.emulator.admin.addChannel({ id, name, members: [ANA, MAX, MIA, BOT] });
  return it;
}

const choose = ({ bot }: World, leadsChannel: string) =>
  changeSettings(bot.ctx, { person: MAX, change: () => ({ leadsChannel }) });

const lead = (n: number) => ({ source: 'Web', name: `Lead ${n}`, externalId: `x${n}` });

async function minutes(it: World, count = 1): Promise<void> {
  for (let n = 0; n < count; n++) {
    it.clock.move(60_000);
    await it.bot.jobs.runOnce();
    await it.settle(30_000);
  }
}

/** The leads that a channel shows as cards with something to do, once each. */
function shown({ emulator }: World, channel: string): string[] {
  return emulator.workspace.messages
    .in(channel)
    .filter((message) => !isReply(message) && message.onlyFor === undefined)
    .flatMap((message) => /Lead \d+/.exec(textOf(message))?.[0] ?? [])
    .sort();
}

const names = (count: number) => Array.from({ length: count }, (_, n) => `Lead ${n}`).sort();

it.each(['socket', 'http'] as const)(
  'A channel that is archived in the middle of a backlog: each lead has one card in the next, over %s',
  async (mode) => {
    const it = await world(mode);
    for (let n = 0; n < 12; n++) await it.post('/api/leads', lead(n));
    await it.settle(3_000);
    it.emulator.admin.archive(LEADS);
    await it.settle(5_000);
    await choose(it, NEXT);
    await minutes(it, 3);
    expect(shown(it, NEXT)).toEqual(names(12));
  },
);

it('Two channels named one after the other, and back to the first: all cards stand in the last one, once', async () => {
  const it = await world();
  for (let n = 0; n < 4; n++) await it.post('/api/leads', lead(n));
  await it.settle();
  await choose(it, NEXT);
  await choose(it, THIRD);
  await minutes(it, 2);
  expect(shown(it, THIRD)).toEqual(names(4));
  expect(shown(it, NEXT)).toEqual([]);
  await choose(it, LEADS);
  await minutes(it, 2);
  // The old ones there say where their cards are: those of today stand below them.
  expect(shown(it, LEADS)).toEqual(names(4));
  await minutes(it, 2);
  expect(shown(it, LEADS)).toEqual(names(4));
});

it('The same channel named again changes nothing', async () => {
  const it = await world();
  await it.post('/api/leads', lead(0));
  await it.settle();
  const before = cardsOf(it.emulator).length;
  await choose(it, LEADS);
  await minutes(it, 2);
  expect(cardsOf(it.emulator)).toHaveLength(before);
});

it('Tango is removed from its private channel while leads come, and invited again: they appear there, once, and the managers hear of it once', async () => {
  const it = await world();
  await it.post('/api/leads', lead(0));
  await it.settle();
  it.emulator.admin.makePrivate(LEADS);
  it.emulator.admin.remove(LEADS, BOT);
  await it.emulator.settled();
  for (let n = 1; n < 4; n++) await it.post('/api/leads', lead(n));
  await minutes(it, 2);
  expect(shown(it, LEADS)).toEqual(['Lead 0']);
  it.emulator.admin.invite(LEADS, BOT);
  await it.emulator.settled();
  await minutes(it, 2);
  expect(shown(it, LEADS)).toEqual(names(4));
  const told = it.emulator
    .as(MAX)
    .directMessage()
    .messages.filter(({ text }) => text.includes(LEADS));
  expect(told).toHaveLength(1);
  expect(await it.bot.ctx.db.transaction(listTroubles)).toEqual([]);
});

it('The channel is archived and comes back by itself: what waited appears there, and nothing is posted twice', async () => {
  const it = await world();
  await it.post('/api/leads', lead(0));
  await it.settle();
  it.emulator.admin.archive(LEADS);
  await it.emulator.settled();
  await it.post('/api/leads', lead(1));
  await it.emulator.as(ANA).openHome();
  await minutes(it, 2);
  it.emulator.admin.unarchive(LEADS);
  await it.emulator.settled();
  await minutes(it, 2);
  expect(shown(it, LEADS)).toEqual(names(2));
});

it('A lead is claimed while its card is on the way to another channel: one card, with its owner', async () => {
  const it = await world();
  await it.post('/api/leads', lead(0));
  await it.settle();
  const old = cardsOf(it.emulator)[0]!;
  await choose(it, NEXT);
  await it.emulator.as(ANA).click(old, 'Claim');
  await minutes(it, 2);
  expect(shown(it, NEXT)).toEqual(['Lead 0']);
  const card = it.emulator.workspace.messages
    .in(NEXT)
    .find((message) => !isReply(message) && textOf(message).includes('Lead 0'));
  expect(textOf(card!)).toContain(`<@${ANA}>`);
});

it('The channel is deleted for good and another is named: everything follows, nothing is lost', async () => {
  const it = await world();
  for (let n = 0; n < 3; n++) await it.post('/api/leads', lead(n));
  await it.settle();
  it.emulator.admin.delete(LEADS);
  await it.emulator.settled();
  await it.post('/api/leads', lead(3));
  await minutes(it, 2);
  await choose(it, NEXT);
  await minutes(it, 3);
  expect(shown(it, NEXT)).toEqual(names(4));
});

async function deleteCard({ emulator }: World, channel: string, ts: string): Promise<void> {
  await fetch(`${emulator.apiUrl}chat.delete`, {
    method: 'POST',
    headers: { authorization: `Bearer ${emulator.tokens.bot}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel, ts }),
  });
}

const cardIn = ({ emulator }: World, channel: string) =>
  emulator.workspace.messages
    .in(channel)
    .findLast((message) => !isReply(message) && textOf(message).includes('Lead 0'));

const won = { source: 'Web', externalId: 'x0', outcome: 'won' };
const lost = { ...won, outcome: 'lost' };

it('A card is deleted again and again: it comes back each time, and its lines stand once below the last', async () => {
  const it = await world();
  await it.post('/api/leads', lead(0));
  await it.settle();
  await it.emulator.as(ANA).click(cardIn(it, LEADS)!, 'Claim');
  await it.settle();
  for (let n = 0; n < 5; n++) {
    await deleteCard(it, LEADS, cardIn(it, LEADS)!.ts);
    await it.post('/api/outcomes', n % 2 ? lost : won);
    await it.settle();
    expect(shown(it, LEADS)).toEqual(['Lead 0']);
  }
  const card = cardIn(it, LEADS)!;
  const lines = it.emulator.workspace.messages.in(LEADS).filter(({ threadTs }) => threadTs === card.ts);
  const text = lines.map(textOf).join('\n');
  expect(text.match(/claimed it/g)).toHaveLength(1);
  expect(text.match(/as (?:won|lost)/g)).toHaveLength(5);
});

it('A card is deleted, and then its channel is left: one card in the next channel, with what was told below it', async () => {
  const it = await world();
  await it.post('/api/leads', lead(0));
  await it.settle();
  await it.emulator.as(ANA).click(cardIn(it, LEADS)!, 'Claim');
  await it.settle();
  await deleteCard(it, LEADS, cardIn(it, LEADS)!.ts);
  await choose(it, NEXT);
  await minutes(it, 2);
  expect(shown(it, NEXT)).toEqual(['Lead 0']);
  const card = cardIn(it, NEXT)!;
  const lines = it.emulator.workspace.messages.in(NEXT).filter(({ threadTs }) => threadTs === card.ts);
  expect(lines.map(textOf).join()).toContain('claimed it');
});

it('Lines wait below a card whose channel is archived: they stand below it in the next', async () => {
  const it = await world();
  await it.post('/api/leads', lead(0));
  await it.settle();
  it.emulator.admin.archive(LEADS);
  await it.emulator.settled();
  await it.post('/api/outcomes', won);
  await it.settle(5_000);
  await choose(it, NEXT);
  await minutes(it, 2);
  // It is over: its card stays where it is, and nothing of it stands alone elsewhere.
  const rows = it.emulator.workspace.messages.in(NEXT).filter((message) => !isReply(message));
  expect(rows.map(textOf).filter((text) => /won/.test(text) && !text.includes('Lead 0'))).toEqual([]);
});

it('The answer to a post was lost when its channel was left: it is looked for, and one card stands in the next', async () => {
  const it = await world();
  it.emulator.faults.next('chat.postMessage', { kind: 'reset_after' });
  await it.post('/api/leads', lead(0));
  await it.settle(2_000);
  await choose(it, NEXT);
  await minutes(it, 4);
  expect(shown(it, NEXT)).toEqual(['Lead 0']);
});

it('Leads and the field have one channel: it is left for two, and each finds its own', async () => {
  const it = await world();
  await changeSettings(it.bot.ctx, { person: MAX, change: () => ({ fieldChannel: LEADS }) });
  await it.post('/api/leads', lead(0));
  await it.settle();
  await changeSettings(it.bot.ctx, {
    person: MAX,
    change: () => ({ leadsChannel: NEXT, fieldChannel: THIRD }),
  });
  await minutes(it, 2);
  expect([shown(it, NEXT), shown(it, THIRD)]).toEqual([['Lead 0'], []]);
});

it('A channel is named that Tango is not in and cannot see: what waits is told, and appears once it is invited', async () => {
  const it = await world();
  it.emulator.admin.addChannel({ id: 'G_SECRET', name: 'secret', members: [MAX, ANA] });
  it.emulator.admin.makePrivate('G_SECRET');
  await choose(it, 'G_SECRET');
  await it.post('/api/leads', lead(0));
  await minutes(it, 2);
  expect(await it.bot.ctx.db.transaction(listTroubles)).not.toEqual([]);
  it.emulator.admin.invite('G_SECRET', BOT);
  await it.emulator.settled();
  await minutes(it, 3);
  expect(shown(it, 'G_SECRET')).toEqual(['Lead 0']);
});
