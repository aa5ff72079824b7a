import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/start-emulator.ts';
import { cardsOf } from '../support/cards.ts';
import { DIALECTS, testDatabaseUrl } from '../support/databases.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA } from '../support/people.ts';
import { envOf, spawnMain } from '../support/spawn-bot.ts';
import { connected, seed, startWorld, testConfig, type World } from '../support/world.ts';

const DANA = { source: 'Webinar', name: 'Dana Whitfield', externalId: 'form-1' };

for (const dialect of DIALECTS) {
  describe(`Slack is out of reach, on ${dialect}`, () => {
    it('and a lead is taken all the same; its card appears once Slack is back', async () => {
      const world = await startWorld({ mode: 'http', dialect });
      world.emulator.faults.outage(true);
      expect((await world.post('/api/leads', DANA)).status).toBe(201);
      await world.settle(5_000);
      world.clock.move(10 * 60_000);
      await world.settle(5_000);
      expect(cardsOf(world.emulator)).toEqual([]);

      world.emulator.faults.outage(false);
      expect(await (await world.post('/api/leads', DANA)).json()).toMatchObject({
        leads: [{ duplicate: true }],
      });
      await world.settle(2 * 60_000);
      expect(cardsOf(world.emulator).map(textOf)).toEqual([expect.stringContaining('Dana Whitfield')]);
      await world.emulator.as(ANA).click(cardsOf(world.emulator)[0]!, 'Claim');
      await world.settle();
      expect(buttonsOf(cardsOf(world.emulator)[0]!)).toContain('Contacted');
    });
  });
}

for (const mode of ['socket', 'http'] as const) {
  describe(`Slack is out of reach when Tango starts, over ${mode}`, () => {
    it('and Tango says so, takes leads, and is ready when Slack is', async () => {
      const world = await startWorld({ mode, slackIsDown: true });
      expect(await readiness(world)).toEqual([503, { ready: false, database: 'ready', slack: 'waiting' }]);
      expect((await world.post('/api/leads', DANA)).status).toBe(201);
      await world.settle(5_000);

      world.emulator.faults.outage(false);
      await world.bot.slackStarted;
      await connected(world.emulator, mode);
      await world.settle(2 * 60_000);
      expect(await readiness(world)).toEqual([200, { ready: true, database: 'ready', slack: 'ready' }]);
      const [card] = cardsOf(world.emulator);
      await world.emulator.as(ANA).click(card!, 'Claim');
      await world.settle();
      expect(cardsOf(world.emulator).map(buttonsOf)).toEqual([expect.arrayContaining(['Contacted'])]);
    });
  });
}

describe('Slack refuses the tokens', () => {
  const wrong = [
    ['socket', 'SLACK_BOT_TOKEN'],
    ['socket', 'SLACK_APP_TOKEN'],
    ['http', 'SLACK_BOT_TOKEN'],
  ] as const;
  for (const [mode, name] of wrong) {
    it(`and Tango ends with one clear line: a wrong ${name} over ${mode}`, async () => {
      const emulator = await startEmulator({ mode, workspace: seed() });
      onTestFinished(() => emulator.stop());
      const env = envOf(testConfig(emulator, mode, await testDatabaseUrl('sqlite')));
      const bot = spawnMain({ ...env, [name]: 'xoxb-of-another-app' });
      expect(await bot.exit).toEqual({ code: 1, signal: null });
      expect(bot.complaints()).toMatch(
        /^Slack refuses the tokens \(\w+\)\. Check SLACK_BOT_TOKEN and .*then start again\.\n$/,
      );
    });
  }
});

async function readiness({ bot }: World): Promise<[number, unknown]> {
  const answer = await fetch(`${bot.url}/readyz`);
  return [answer.status, await answer.json()];
}
