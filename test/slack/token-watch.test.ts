/** Case: the tokens are revoked while Tango runs. Nothing can be told in Slack then; whoever looks at Tango is told, and it goes on by itself. */
import { expect, it, onTestFinished } from 'vitest';
import { cardsOf } from '../support/cards.ts';
import { QUICK } from '../support/slack-timings.ts';
import { readableLog } from '../support/test-log.ts';
import { startWorld, type World } from '../support/world.ts';

const TOLD = /Slack refuses a token|must mend something/;

async function readiness({ bot }: World): Promise<unknown> {
  const answer = await fetch(`${bot.url}/readyz`);
  return [answer.status, await answer.json()];
}

async function metric({ bot }: World): Promise<string | undefined> {
  const text = await (await fetch(`${bot.url}/metrics`)).text();
  return /^tango_slack_connected (\d)$/m.exec(text)?.[1];
}

for (const mode of ['socket', 'http'] as const) {
  // The case 17-token-revoked.
  for (const error of ['token_revoked', 'invalid_auth', 'account_inactive']) {
    it(`a token that is refused is told where one can look, and forgotten when it is taken: ${error}, ${mode}`, async () => {
      const log = readableLog();
      // The outbox notices first; that the token is taken again is noticed by asking.
      const start = { slackTimings: QUICK, log: log.log };
      const world = await startWorld({ mode, start });
      onTestFinished(() => expect(log.lines().filter((line) => 'dropped' in line)).toEqual([]));
      const end = world.emulator.faults.during('*', { kind: 'error', error });
      await world.post('/api/leads', { source: 'Webinar', name: 'Dana' });
      await world.settle(5_000);
      const waiting = {
        ...{ ready: false, database: 'ready', slack: 'waiting', channels: 'ready' },
        why: { slack: error },
      };
      expect(await readiness(world)).toEqual([503, waiting]);
      expect(await metric(world)).toBe('0');
      await expect.poll(() => log.text()).toContain('Slack refuses a token');
      const told = log.lines().filter(({ msg }) => TOLD.test(String(msg)));
      expect(told.map(({ code }) => code)).toEqual([error, error]);
      expect(told).toContainEqual(expect.objectContaining({ variable: 'SLACK_BOT_TOKEN' }));
      end();
      await expect.poll(() => log.text()).toContain('Slack takes the token again');
      await world.settle();
      expect(cardsOf(world.emulator)).toHaveLength(1);
      expect((await readiness(world)) as unknown[]).toContain(200);
      expect(await metric(world)).toBe('1');
    });
  }

  it(`a token that is revoked while nobody writes is noticed as well, over ${mode}`, async () => {
    const world = await startWorld({ mode, start: { slackTimings: QUICK } });
    const end = world.emulator.faults.during('auth.test', { kind: 'error', error: 'token_revoked' });
    await expect.poll(async () => JSON.stringify(await readiness(world))).toContain('token_revoked');
    end();
    await expect.poll(async () => JSON.stringify(await readiness(world))).toContain('"ready":true');
  });
}

it('a token that is taken again is said to be, also where nothing can be sent for another reason', async () => {
  const world = await startWorld({ mode: 'http', start: { slackTimings: QUICK } });
  const end = world.emulator.faults.during('*', { kind: 'error', error: 'token_revoked' });
  await world.post('/api/leads', { source: 'Webinar', name: 'Dana' });
  await world.settle(5_000);
  expect((await readiness(world)) as unknown[]).toContain(503);
  world.emulator.faults.during('chat.postMessage', { kind: 'error', error: 'not_in_channel' });
  end();
  await expect.poll(async () => JSON.stringify(await readiness(world))).toContain('"slack":"ready"');
  await world.settle(5_000);
  world.clock.move(6_000);
  await expect
    .poll(async () => JSON.stringify(await readiness(world)))
    .toContain('"why":{"channels":"leads: not_in_channel"}');
});

it('what an earlier process was refused with is over when the token is taken', async () => {
  const first = await startWorld({ mode: 'http' });
  const end = first.emulator.faults.during('*', { kind: 'error', error: 'token_revoked' });
  await first.post('/api/leads', { source: 'Webinar', name: 'Dana' });
  await first.settle(5_000);
  const subjects = async ({ bot, clock }: World) =>
    (await bot.outbox.health(clock.now())).troubles.map(({ subject }) => subject);
  expect(await subjects(first)).toEqual(['auth']);
  await first.bot.stop();
  end();
  const second = await startWorld({ mode: 'http', databaseUrl: first.databaseUrl });
  expect(await subjects(second)).toEqual([]);
});

it('no answer at all says nothing about the token', async () => {
  const world = await startWorld({ mode: 'http', start: { slackTimings: QUICK } });
  world.emulator.faults.during('auth.test', { kind: 'server_error', status: 503 });
  const asked = () => world.emulator.workspace.callsOf('auth.test').length;
  const before = asked();
  await expect.poll(() => asked() > before + 3).toBe(true);
  expect((await readiness(world)) as unknown[]).toContain(200);
});
