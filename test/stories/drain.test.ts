import { describe, expect, it, onTestFinished } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts';
import type { Config } from '../../src/config.ts';
import { start } from '../../src/start.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { testDatabaseUrl } from '../support/databases.ts';
import { textOf } from '../support/messages.ts';
import { ANA, BEN } from '../support/people.ts';
import { type BotProcess, envOf, spawnMain } from '../support/spawn-bot.ts';
import { testLog } from '../support/test-log.ts';
import { connected, INTAKE_TOKEN, seed, startWorld, testConfig } from '../support/world.ts';

const LEADS = ['Lead A', 'Lead B', 'Lead C'];

for (const mode of ['socket', 'http'] as const) {
  describe(`Tango is asked to stop, over ${mode}`, () => {
    it('and finishes the clicks under way, then exits; nothing is half-done', {
      timeout: 60_000,
    }, async () => {
      const { emulator, config, bot } = await workingBot(mode);
      const [one, two, three] = cardsOf(emulator);
      emulator.faults.next('views.open', { kind: 'slow_body', ms: 1_500 });
      const slow = emulator.as(ANA).click(one!, 'Qualify');
      await emulator.as(ANA).openModal('lead_qualify_modal');
      const quick = [emulator.as(ANA).click(two!, 'Claim'), emulator.as(BEN).click(three!, 'Claim')];
      const asked = performance.now();
      bot.signal('SIGTERM');

      expect(await slow).toMatchObject({ acknowledged: true });
      const confirmed = await Promise.all(quick);
      expect(await bot.exit).toEqual({ code: 0, signal: null });
      expect(performance.now() - asked).toBeLessThan(10_000);

      await startBot(emulator, config);
      const claims = [two!, three!].filter((_, n) => confirmed[n]?.acknowledged);
      const isTold = (card: (typeof claims)[number]) =>
        threadOf(emulator, card).length === 1 &&
        textOf(cardsOf(emulator).find(({ ts }) => ts === card.ts)!).includes('claimed this');
      await emulator.waitFor(() => claims.every(isTold), {
        within: 20_000,
        what: 'the claims in their threads',
      });
    });
  });
}

it('Tango is asked to stop twice, and exits at once', { timeout: 60_000 }, async () => {
  const { emulator, bot } = await workingBot('socket');
  emulator.faults.next('views.open', { kind: 'slow_body', ms: 20_000 });
  const clicked = emulator.as(ANA).click(cardsOf(emulator)[0]!, 'Qualify');
  await emulator.as(ANA).openModal('lead_qualify_modal');
  bot.signal('SIGTERM');
  await bot.logged(/"stopping"/);
  const asked = performance.now();
  bot.signal('SIGTERM');
  expect(await bot.exit).toEqual({ code: 1, signal: null });
  expect(performance.now() - asked).toBeLessThan(1_000);
  expect(await clicked).toMatchObject({ acknowledged: false });
});

for (const mode of ['socket', 'http'] as const) {
  it(`while Tango stops, what comes behind a slow modal is served as well, over ${mode}`, async () => {
    const world = await startWorld({ mode, pace: false });
    await world.post('/api/leads', { source: 'Webinar', name: 'Dana' });
    await world.settle();
    world.emulator.faults.next('views.open', { kind: 'slow_body', ms: 1_200 });
    const slow = world.emulator.as(ANA).click(cardsOf(world.emulator)[0]!, 'Qualify');
    await world.emulator.as(ANA).openModal('lead_qualify_modal');
    const stopped = world.bot.stop();
    const behind = [];
    for (let n = 0; n < 25; n++) {
      behind.push(world.emulator.as(BEN).command('/tango', 'help'));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const answers = await Promise.all([slow, ...behind]);
    expect(answers.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
    await stopped;
    expect(await world.emulator.as(BEN).command('/tango', 'help')).toMatchObject({ acknowledged: false });
  });
}

it('of two that share the clicks, one can stop without one being lost', async () => {
  const world = await startWorld({ mode: 'socket', dialect: 'postgres', pace: false });
  const config = testConfig(world.emulator, 'socket', world.databaseUrl);
  const other = await start(config, { log: testLog(), isDrivenByHand: true });
  onTestFinished(() => other.stop());
  await other.slackStarted;
  await world.emulator.waitFor(() => world.emulator.openSockets() === 2);
  const clicks = [];
  for (let n = 0; n < 30; n++) {
    clicks.push(world.emulator.as(BEN).command('/tango', 'help'));
    if (n === 10) void other.stop();
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  const answers = await Promise.all(clicks);
  expect(answers.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
  expect(world.emulator.openSockets()).toBe(1);
});

async function workingBot(mode: 'socket' | 'http') {
  const emulator = await startEmulator({ mode, workspace: seed() });
  onTestFinished(() => emulator.stop());
  const config = testConfig(emulator, mode, await testDatabaseUrl('sqlite'));
  const { bot, url } = await startBot(emulator, config);
  await fetch(`${url}/api/leads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${INTAKE_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(LEADS.map((name) => ({ source: 'Webinar', name }))),
  });
  await emulator.waitFor(() => cardsOf(emulator).length === LEADS.length, {
    within: 20_000,
    what: 'the cards',
  });
  return { emulator, config, bot };
}

async function startBot(
  emulator: Emulator,
  config: Config,
): Promise<{ bot: BotProcess; url: string | null }> {
  const bot = spawnMain(envOf(config));
  const url = await bot.url;
  emulator.setRequestUrl(`${url}/slack/events`);
  await connected(emulator, config.slack.mode.kind);
  return { bot, url };
}
