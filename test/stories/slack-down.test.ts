import { describe, expect, it, onTestFinished } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts';
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
      expect(await readiness(world)).toEqual([
        503,
        {
          ...{ ready: false, database: 'ready', channels: 'ready', slack: 'waiting' },
          why: { slack: expect.stringMatching(/^\w+$/) },
        },
      ]);
      expect((await world.post('/api/leads', DANA)).status).toBe(201);
      await world.settle(5_000);

      world.emulator.faults.outage(false);
      await world.bot.slackStarted;
      await connected(world.emulator, mode);
      await world.settle(2 * 60_000);
      expect(await readiness(world)).toEqual([
        200,
        { ready: true, database: 'ready', channels: 'ready', slack: 'ready' },
      ]);
      const [card] = cardsOf(world.emulator);
      await world.emulator.as(ANA).click(card!, 'Claim');
      await world.settle();
      expect(cardsOf(world.emulator).map(buttonsOf)).toEqual([expect.arrayContaining(['Contacted'])]);
    });
  });
}

const OF_ANOTHER_APP = { SLACK_BOT_TOKEN: 'xoxb-of-another-app', SLACK_APP_TOKEN: 'xapp-of-another-app' };

describe('Slack refuses the tokens', () => {
  const wrong = [
    ['socket', 'SLACK_BOT_TOKEN'],
    ['socket', 'SLACK_APP_TOKEN'],
    ['http', 'SLACK_BOT_TOKEN'],
  ] as const;
  for (const [mode, name] of wrong) {
    it(`and Tango ends with one clear line: a wrong ${name} over ${mode}`, async () => {
      const { bot } = await startWith(mode, { [name]: OF_ANOTHER_APP[name] });
      expect(await bot.exit).toEqual({ code: 1, signal: null });
      expect(bot.complaints()).toMatch(
        new RegExp(`^Slack refuses ${name} \\(invalid_auth\\)\\. Copy .*then start again\\.\n$`),
      );
    });
  }

  const advice = {
    missing_scope:
      /^Slack refuses SLACK_APP_TOKEN \(missing_scope\)\. It lacks the scope connections:write: .*\.\n$/,
    not_allowed_token_type:
      /^Slack refuses SLACK_APP_TOKEN \(not_allowed_token_type\)\. It is not an app-level token: .*\.\n$/,
  };
  for (const [error, sentence] of Object.entries(advice)) {
    it(`and Tango ends with what to do: ${error}`, async () => {
      const { bot } = await startWith('socket', {}, (emulator) => {
        emulator.faults.during('apps.connections.open', { kind: 'error', error });
      });
      expect(await bot.exit).toEqual({ code: 1, signal: null });
      expect(bot.complaints()).toMatch(sentence);
    });
  }
});

describe('Tango starts', () => {
  it('and says that it is up when Slack has answered, not before', async () => {
    const { bot, emulator } = await startWith('socket', {}, ({ faults }) => faults.outage(true));
    await bot.logged(/Slack does not answer yet/);
    expect(bot.log()).not.toContain('Tango is up');
    const up = bot.logged(/Tango is up/);
    emulator.faults.outage(false);
    await up;
  });

  it('and stays up when something fails that nobody waits for', async () => {
    // From the moment at which Tango could note it.
    const isNoted = 'process.listenerCount("unhandledRejection") > 0';
    const defect = `setInterval(() => ${isNoted} && Promise.reject(new Error("a defect")), 200)`;
    const { bot, emulator } = await startWith('socket', {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(defect)}`,
    });
    await bot.logged(/nobody waited for what failed/);
    await connected(emulator, 'socket');
    expect(await emulator.as(ANA).command('/tango', 'help')).toMatchObject({ acknowledged: true });
  });

  it('and names the place where it does not find Slack', async () => {
    const { bot } = await startWith('socket', { SLACK_API_URL: 'http://slack.invalid/api/' });
    const line = await bot.logged(/Slack does not answer yet/);
    expect(JSON.parse(line.input)).toMatchObject({
      host: 'slack.invalid',
      code: expect.stringMatching(/^E/),
    });
  });
});

async function startWith(
  mode: 'socket' | 'http',
  env: Record<string, string>,
  trouble: (emulator: Emulator) => void = () => {},
) {
  const emulator = await startEmulator({ mode, workspace: seed() });
  onTestFinished(() => emulator.stop());
  trouble(emulator);
  const config = testConfig(emulator, mode, await testDatabaseUrl('sqlite'));
  return { emulator, bot: spawnMain({ ...envOf(config), ...env }) };
}

async function readiness({ bot }: World): Promise<[number, unknown]> {
  const answer = await fetch(`${bot.url}/readyz`);
  return [answer.status, await answer.json()];
}
