/** A lead always finds a place: whatever happens to the channel, its card is where people look. */
import { describe, expect, it } from 'vitest';
import type { Message } from '../../emulator/workspace/messages.ts';
import { changeSettings } from '../../src/usecases/team/change-settings.ts';
import { isReply } from '../support/cards.ts';
import { buttonsOf, readOf, textOf } from '../support/messages.ts';
import { ANA, LEADS, MAX, MIA, SCORECARD } from '../support/people.ts';
import { startWorld, type World, type WorldOptions } from '../support/world.ts';

const MODES = ['socket', 'http'] as const;
const NEXT = 'C_NEXT';

async function world(options: WorldOptions = {}): Promise<World> {
  const it = await startWorld(options);
  const members = [ANA, MAX, MIA, it.emulator.workspace.app.botUserId];
  it.emulator.admin.addChannel({ id: NEXT, name: 'leads-2027', members });
  return it;
}

const dana = { source: 'Webinar', name: 'Dana Whitfield', externalId: 'd' };
const rui = { source: 'Webinar', name: 'Rui Castelo', externalId: 'r', priority: 'hot' };
const noor = { source: 'Webinar', name: 'Noor Marin', externalId: 'n' };

function tops({ emulator }: World, channel: string): Message[] {
  return emulator.workspace.messages
    .in(channel)
    .filter((each) => each.onlyFor === undefined && !isReply(each));
}

const named = (world: World, channel: string, name: string) =>
  tops(world, channel).filter((message) => textOf(message).includes(name));

function below({ emulator }: World, card: Message): string[] {
  return emulator.workspace.messages
    .in(card.channel)
    .filter((message) => isReply(message) && message.threadTs === card.ts)
    .map(textOf);
}

const choose = (world: World, channel: string) =>
  changeSettings(world.bot.ctx, { person: MAX, change: () => ({ leadsChannel: channel }) });

/** What a minute brings. */
async function minute(world: World): Promise<void> {
  await world.bot.jobs.runOnce();
  await world.settle(60_000);
}

async function ready(world: World) {
  world.clock.move(6_000);
  // The first asks, the second has what was found.
  await fetch(`${world.bot.url}/readyz`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const answer = await fetch(`${world.bot.url}/readyz`);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const dms = ({ emulator }: World, person: string) =>
  emulator.workspace
    .callsOf('chat.postMessage')
    .flatMap(({ args }) => (args.channel === person ? [String(args.text)] : []));

for (const mode of MODES) {
  describe(`Leads that are taken before a leads channel is named, over ${mode}`, () => {
    it('are told of to the managers, in their Home, the log and at /readyz, and appear once one is named', async () => {
      const it = await world({ mode, firstStart: { leadsChannel: null } });
      await it.post('/api/leads', [dana, rui]);
      await minute(it);
      expect(dms(it, MAX)).toEqual([
        'No channel is named for leads: 2 leads wait to be shown. Please name one in `/tango settings`, Channels; what waits then appears there.',
      ]);
      expect(await ready(it)).toMatchObject({
        status: 503,
        body: { why: { channels: 'leads: no_channel' } },
      });
      expect((await fetch(`${it.bot.url}/readyz/intake`)).status).toBe(200);
      const max = it.emulator.as(MAX);
      await max.openHome();
      await it.settle();
      expect(readOf(max.home()!)).toContain('2 leads wait to be shown');

      await choose(it, LEADS);
      await minute(it);
      expect(tops(it, LEADS).map(textOf).join()).toMatch(/Rui Castelo.*Dana Whitfield/s);
      expect(tops(it, LEADS)).toHaveLength(2);
      expect(dms(it, MAX)).toHaveLength(1);
      await it.settle();
      expect(readOf(max.home()!)).not.toContain('wait to be shown');
      expect(await ready(it)).toMatchObject({ status: 200 });

      const ana = it.emulator.as(ANA);
      await ana.click(named(it, LEADS, 'Dana')[0]!, 'Claim');
      await it.settle();
      expect(below(it, named(it, LEADS, 'Dana')[0]!).join()).toContain('claimed it');
    });
  });
}

const WAYS: Record<string, (world: World) => void> = {
  'is archived': ({ emulator }) => emulator.admin.archive(LEADS),
  'is left by the bot': ({ emulator }) => emulator.admin.remove(LEADS, emulator.workspace.app.botUserId),
  'is made private without the bot': ({ emulator }) => {
    emulator.admin.remove(LEADS, emulator.workspace.app.botUserId);
    emulator.admin.makePrivate(LEADS);
  },
  'is deleted': ({ emulator }) => emulator.admin.delete(LEADS),
};

/** There the old messages can still be edited. */
const REACHED = ['is left by the bot'];

for (const mode of MODES) {
  for (const [way, happens] of Object.entries(WAYS)) {
    it(`The leads channel ${way}: within a minute of the next choice each open lead has one card there, over ${mode}`, async () => {
      const it = await world({ mode });
      await it.post('/api/leads', [dana, noor]);
      await it.settle();
      const ana = it.emulator.as(ANA);
      await ana.click(named(it, LEADS, 'Dana')[0]!, 'Claim');
      await it.settle();
      const old = named(it, LEADS, 'Dana')[0]!;
      happens(it);
      await it.emulator.settled();
      await it.post('/api/leads', rui);
      await minute(it);

      await choose(it, NEXT);
      const since = it.clock.now();
      await minute(it);
      expect(it.clock.now() - since).toBeLessThanOrEqual(60_000);
      for (const name of ['Dana', 'Noor', 'Rui']) {
        const there = named(it, NEXT, name);
        // Where the old channel still took it the card of Rui went there first.
        expect([name, there.length]).toEqual([name, 1]);
        expect(buttonsOf(there[0]!).length).toBeGreaterThan(0);
      }
      expect(below(it, named(it, NEXT, 'Dana')[0]!).join()).toContain('claimed it');
      if (REACHED.includes(way)) {
        const left = it.emulator.workspace.messages.find(LEADS, old.ts)!;
        expect(textOf(left)).toContain(`moved to <#${NEXT}>`);
        expect(buttonsOf(left)).toEqual([]);
      }
      await ana.click(named(it, NEXT, 'Dana')[0]!, 'Contacted');
      await it.settle();
      expect(below(it, named(it, NEXT, 'Dana')[0]!).join()).toContain('first contact');
      expect((await it.bot.outbox.health(it.clock.now())).troubles).toEqual([]);
      expect(await ready(it)).toMatchObject({ status: 200 });
    });
  }

  it(`Another leads channel is chosen while the old one lives: old cards say where the new ones are, over ${mode}`, async () => {
    const it = await world({ mode });
    await it.post('/api/leads', [dana, rui]);
    await it.settle();
    await choose(it, NEXT);
    await minute(it);
    expect(tops(it, LEADS).map(textOf)).toEqual([
      `This has moved to <#${NEXT}>.`,
      `This has moved to <#${NEXT}>.`,
    ]);
    expect(tops(it, NEXT)).toHaveLength(2);
    await minute(it);
    expect(tops(it, NEXT)).toHaveLength(2);
  });

  it(`The leads channel gets another id: its cards stay where they are, and are edited there, over ${mode}`, async () => {
    const it = await world({ mode });
    await it.post('/api/leads', dana);
    await it.settle();
    it.emulator.admin.changeId(LEADS, 'C_RENAMED');
    await it.emulator.settled();
    await it.post('/api/leads', rui);
    await minute(it);
    expect(tops(it, 'C_RENAMED')).toHaveLength(2);
    await it.emulator.as(ANA).click(named(it, 'C_RENAMED', 'Dana')[0]!, 'Claim');
    await minute(it);
    expect(tops(it, 'C_RENAMED')).toHaveLength(2);
    expect(textOf(named(it, 'C_RENAMED', 'Dana')[0]!)).toContain('claimed this');
    expect((await it.bot.outbox.health(it.clock.now())).troubles).toEqual([]);
  });
}

it('A lead whose card stands in a channel that was left gets one in the new one with its next move', async () => {
  const it = await world();
  await it.post('/api/leads', dana);
  await it.settle();
  const ana = it.emulator.as(ANA);
  await ana.click(named(it, LEADS, 'Dana')[0]!, 'Reject');
  await ana.submit(await ana.openModal(), { reason: 'no_budget' });
  await it.settle();
  await choose(it, NEXT);
  await minute(it);
  expect(tops(it, NEXT)).toEqual([]);
  await ana.choose(named(it, LEADS, 'Dana')[0]!, 'lead_menu', 'Undo the last move');
  await minute(it);
  expect(named(it, NEXT, 'Dana')).toHaveLength(1);
  expect(below(it, named(it, NEXT, 'Dana')[0]!).join('\n')).toMatch(
    /rejected it[\s\S]*took back the verdict/,
  );
});

it('A Monday without a scorecard channel is told, and posted once one is named', async () => {
  const friday = Date.UTC(2026, 10, 20, 8);
  const it = await world({ firstStart: { scorecardChannel: null }, startAt: friday });
  await it.bot.jobs.runOnce();
  await it.post('/api/leads', dana);
  it.clock.move(74 * 3_600_000);
  await minute(it);
  expect(dms(it, MAX).join()).toContain('No channel is named for the scorecard');
  await changeSettings(it.bot.ctx, { person: MAX, change: () => ({ scorecardChannel: SCORECARD }) });
  await minute(it);
  expect(tops(it, SCORECARD)).toHaveLength(1);
  expect(below(it, tops(it, SCORECARD)[0]!).length).toBeGreaterThan(1);
});

it.each(MODES)('At a move the hot leads come first, whenever they came, over %s', async (mode) => {
  const it = await world({ mode });
  await it.post('/api/leads', [dana, noor]);
  await it.post('/api/leads', rui);
  await it.settle();
  it.emulator.admin.archive(LEADS);
  await choose(it, NEXT);
  await minute(it);
  const order = tops(it, NEXT).map(
    (card) => [dana, rui, noor].find(({ name }) => textOf(card).includes(name))?.name,
  );
  expect(order).toEqual([rui.name, dana.name, noor.name]);
});
