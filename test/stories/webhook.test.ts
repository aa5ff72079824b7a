import { expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/start-emulator.ts';
import { start } from '../../src/start.ts';
import { cardsOf } from '../support/cards.ts';
import { testDatabaseUrl } from '../support/databases.ts';
import { textOf } from '../support/messages.ts';
import { peopleApi } from '../support/people-api.ts';
import { testLog } from '../support/test-log.ts';
import { UNPACED } from '../support/timings.ts';
import { DELIVERIES, sign, WEBHOOKS } from '../support/webhooks.ts';
import { connected, seed, testConfig } from '../support/world.ts';

it('somebody answers an advertisement on Facebook, and their card is in the channel with nobody doing anything', async () => {
  const api = await peopleApi();
  const name = { name: 'full_name', values: ['Dana Whitfield'] };
  api.say({ status: 200, body: { campaign_name: 'Hotels Q4', field_data: [name] } });
  const emulator = await startEmulator({ mode: 'socket', workspace: seed() });
  onTestFinished(() => emulator.stop());
  const config = testConfig(emulator, 'socket', await testDatabaseUrl('sqlite'));
  const webhooks = { ...WEBHOOKS, metaApiUrl: api.url };
  const bot = await start({ ...config, webhooks }, { timings: UNPACED, log: testLog() });
  onTestFinished(() => bot.stop());
  await bot.slackStarted;
  await connected(emulator, 'socket');

  const body = JSON.stringify(DELIVERIES.meta);
  const reply = await fetch(`${bot.url}/intake/meta`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...sign('meta', { body }) },
    body,
  });
  expect(reply.status).toBe(200);
  const isCarded = () => cardsOf(emulator).length > 0;
  await emulator.waitFor(isCarded, { within: 20_000, what: 'the card is in the channel' });
  const [card] = cardsOf(emulator);
  expect(textOf({ blocks: card?.blocks ?? [] })).toContain('Dana Whitfield');
  expect(await (await fetch(`${bot.url}/metrics`)).text()).toContain('tango_fetch_open 0');
});
