import { describe, expect, it, onTestFinished } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts';
import type { Config } from '../../src/config.ts';
import { cardsOf, threadOf } from '../support/cards.ts';
import { testDatabaseUrl } from '../support/databases.ts';
import { textOf } from '../support/messages.ts';
import { ANA, BEN } from '../support/people.ts';
import { type BotProcess, envOf, spawnMain } from '../support/spawn-bot.ts';
import { connected, INTAKE_TOKEN, seed, testConfig } from '../support/world.ts';

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
