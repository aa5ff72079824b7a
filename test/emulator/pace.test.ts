import { WebAPIRateLimitedError } from '@slack/web-api';
import { expect, it } from 'vitest';
import { testWorkspace } from './support/workspace.ts';

it('a channel takes a short burst, then one message a second; another channel does not mind', async () => {
  const { client, clock } = await testWorkspace({ limits: { pace: true } });
  const post = (channel: string) => client.chat.postMessage({ channel, text: 'hello' });
  for (let n = 0; n < 5; n += 1) await post('C_LEADS');
  const refused = await post('C_LEADS').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(WebAPIRateLimitedError);
  expect((refused as WebAPIRateLimitedError).retryAfter).toBe(1);
  await expect(post('leads')).rejects.toBeInstanceOf(WebAPIRateLimitedError);
  await post('C_FIELD');
  for (let n = 0; n < 20; n += 1) {
    clock.move(1_000);
    await post('C_LEADS');
  }
});

it('a method has its tier a minute', async () => {
  const { client, clock } = await testWorkspace({ limits: { pace: true } });
  for (let n = 0; n < 20; n += 1) await client.users.list({});
  await expect(client.users.list({})).rejects.toMatchObject({ retryAfter: 60 });
  clock.move(60_000);
  expect((await client.users.list({})).ok).toBe(true);
});

it('without limits nobody counts', async () => {
  const { client } = await testWorkspace();
  for (let n = 0; n < 30; n += 1) await client.chat.postMessage({ channel: 'C_LEADS', text: 'hello' });
});
