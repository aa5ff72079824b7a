import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/start-emulator.ts';
import type { Message } from '../../emulator/workspace/messages.ts';
import { weekAt } from '../../src/domain/time/week.ts';
import { Database } from '../../src/store/database.ts';
import { askAboutRejects } from '../../src/usecases/rejects/ask-about-rejects.ts';
import { ensureSettings } from '../../src/usecases/team/ensure-settings.ts';
import { isReply } from '../support/cards.ts';
import { FIRST_START } from '../support/context.ts';
import { DIALECTS, testDatabaseUrl } from '../support/databases.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS, MIA, SCORECARD } from '../support/people.ts';
import { SEED, times } from '../support/proof.ts';
import { chance } from '../support/random.ts';
import { FOURTEEN, give, rejectSome, SPA } from '../support/rejected-week.ts';
import { spawnBot } from '../support/spawn-bot.ts';
import { testClock, testIds } from '../support/time.ts';
import { seed, startWorld, testConfig, type World } from '../support/world.ts';

const MONDAY_9 = Date.parse('2026-11-23T09:00:00Z');
const NEXT_MONDAY_9 = Date.parse('2026-11-30T09:00:00Z');

describe('what was rejected', () => {
  it('is answered by who has the campaign, where it was rejected and in the next scorecard', async () => {
    const world = await startWorld();
    await world.bot.jobs.runOnce();
    for (const n of [1, 2, 3]) await rejected(world, n === 3 ? BEN : ANA, `Inn ${n}`);
    world.clock.moveTo(MONDAY_9);
    await world.bot.jobs.runOnce();
    await world.settle();
    const mia = world.emulator.as(MIA);
    const question = () =>
      mia.directMessage().messages.find((each) => textOf(each).includes('were rejected'))!;
    expect(textOf(question())).toContain('*Hotels Q4*: 3 leads were rejected in week 47 (16–22 Nov)');
    await mia.click(question(), 'All 3');
    expect(textOf(await mia.openModal())).toContain('Inn 2');
    await mia.click(question(), 'What we changed');
    await mia.submit(await mia.openModal(), { change: 'targeting', sentence: '5 houses and more' });
    await world.settle();
    expect(toldBelow(world, 'changed the targeting')).toHaveLength(3);
    expect(toldTo(world, ANA)).toEqual([expect.stringContaining('You rejected 2 leads of it in week 47')]);
    expect(toldTo(world, BEN)).toEqual([expect.stringContaining('You rejected 1 lead of it in week 47')]);
    expect(buttonsOf(question())).toEqual(['All 3', 'Correct…', 'Take back']);

    await mia.click(question(), 'Correct…');
    await mia.submit(await mia.openModal(), { change: 'form', sentence: 'We ask for the rooms' });
    await world.settle();
    expect(toldBelow(world, 'changed the form')).toHaveLength(3);
    expect(toldBelow(world, 'changed the targeting')).toEqual([]);
    expect(toldTo(world, ANA)).toEqual([expect.stringContaining('changed the form')]);

    world.clock.moveTo(NEXT_MONDAY_9);
    await world.bot.jobs.runOnce();
    await world.settle();
    const thread = world.emulator.workspace.messages.in(SCORECARD).map(textOf);
    expect(thread.findLast((text) => text.includes('Why leads were rejected'))).toContain(
      '*Hotels Q4*: 3 of 3 as “Not our market”. <@U_MIA> changed the form: We ask for the rooms',
    );
  });

  it('says where it was told that it was taken back, and is owed again', async () => {
    const world = await startWorld();
    await world.bot.jobs.runOnce();
    await rejected(world, ANA, 'Inn 1');
    world.clock.moveTo(MONDAY_9);
    await world.bot.jobs.runOnce();
    await world.settle();
    const mia = world.emulator.as(MIA);
    const question = () =>
      mia.directMessage().messages.find((each) => textOf(each).includes('rejected in week'))!;
    await mia.click(question(), 'Nothing, because…');
    await mia.submit(await mia.openModal(), { sentence: 'They fit' });
    await world.settle();
    expect(toldBelow(world, 'changes nothing')).toHaveLength(1);
    await mia.click(question(), 'Take back');
    await world.settle();
    expect(toldBelow(world, 'changes nothing')).toEqual([]);
    expect(toldBelow(world, 'was taken back')).toHaveLength(1);
    expect(toldTo(world, ANA)).toEqual([expect.stringContaining('Marketing owes an answer again')]);
    expect(buttonsOf(question())).toEqual(['All 1', 'What we changed', 'Nothing, because…']);
  });
});

for (const dialect of DIALECTS) {
  describe(`an answer, on ${dialect}`, () => {
    it('is told once in each thread and to each rep, however often the bot is killed', {
      timeout: 120_000,
    }, async () => {
      const emulator = await startEmulator({ mode: 'http', workspace: seed() });
      onTestFinished(() => emulator.stop());
      const config = testConfig(emulator, 'http', await testDatabaseUrl(dialect));
      await answeredIn(config.databaseUrl);
      const random = chance(SEED);
      const isDone = () => toldBelow({ emulator }, 'changed').length >= FOURTEEN.length;
      for (let round = 0; round < times(6) && !isDone(); round++) {
        const bot = spawnBot(config);
        await bot.url;
        await pause(random.below(600));
        bot.signal('SIGKILL');
        await bot.exit;
      }
      const bot = spawnBot(config);
      const url = await bot.url;
      const metrics = async () => (await fetch(`${url}/metrics`)).text();
      while (!/^tango_outbox_oldest_seconds 0$/m.test(await metrics())) await pause(100);
      bot.signal('SIGTERM');
      await bot.exit;
      const lines = toldBelow({ emulator }, 'changed');
      expect(new Set(lines.map(({ threadTs }) => threadTs)).size).toBe(FOURTEEN.length);
      expect(lines).toHaveLength(FOURTEEN.length);
      // Of "Hotels Q4" both have rejected, of "Spa" one.
      expect([toldTo({ emulator }, ANA).length, toldTo({ emulator }, BEN).length]).toEqual([2, 1]);
      expect(questionsTo({ emulator }, MIA)).toBe(2);
    });
  });
}

/** The fourteen rejected, asked about and answered, and nothing of it said yet. */
async function answeredIn(url: string): Promise<void> {
  const db = await Database.openForBot(url);
  const ctx = { db, clock: testClock(Date.now()), newId: testIds() };
  await ensureSettings(ctx, FIRST_START);
  await rejectSome(ctx, FOURTEEN);
  await askAboutRejects(ctx, weekAt(ctx.clock.now(), FIRST_START.timezone));
  await give(ctx);
  await give(ctx, { id: SPA });
  await db.close();
}

async function rejected(world: World, by: typeof ANA, company: string): Promise<void> {
  await world.post('/api/leads', { source: 'Meta', campaign: 'Hotels Q4', company });
  await world.settle();
  const hands = world.emulator.as(by);
  const card = () =>
    world.emulator.workspace.messages
      .in(LEADS)
      .find((each) => !isReply(each) && textOf(each).includes(company))!;
  await hands.click(card(), 'Claim');
  await world.settle();
  await hands.click(card(), 'Reject');
  await hands.submit(await hands.openModal(), { reason: 'not_our_market' });
  await world.settle();
}

type In = Pick<World, 'emulator'>;

function toldBelow({ emulator }: In, words: string): Message[] {
  return emulator.workspace.messages
    .in(LEADS)
    .filter((each) => isReply(each) && textOf(each).includes(words));
}

/** What a rep was told of answers. */
function toldTo({ emulator }: In, person: typeof ANA): string[] {
  const { messages } = emulator.as(person).directMessage();
  return messages.map(textOf).filter((text) => /chang/.test(text));
}

function questionsTo({ emulator }: In, person: typeof MIA): number {
  const { messages } = emulator.as(person).directMessage();
  return messages.filter((each) => textOf(each).includes('rejected in week')).length;
}
