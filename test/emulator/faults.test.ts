import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { startBoltBot } from './support/bolt-bot.ts';
import { clientOf, refusal, testWorkspace } from './support/workspace.ts';

const HELLO = { channel: 'C_LEADS', text: 'hello' };

describe('a call can go wrong', () => {
  it('with 429 and how long to wait, with a 5xx, or with an error by name; the next one is fine', async () => {
    const { emulator, client } = await testWorkspace();
    emulator.faults.next('chat.postMessage', { kind: 'rate_limited', retryAfterSeconds: 7 });
    emulator.faults.next('chat.postMessage', { kind: 'server_error', status: 503 });
    emulator.faults.next('chat.postMessage', { kind: 'error', error: 'is_inactive' });
    const limited = await client.chat.postMessage(HELLO).catch((error: unknown) => error);
    expect(limited).toBeInstanceOf(WebAPIRateLimitedError);
    expect((limited as WebAPIRateLimitedError).retryAfter).toBe(7);
    const broken = await client.chat.postMessage(HELLO).catch((error: unknown) => error);
    expect(broken).toBeInstanceOf(WebAPIHTTPError);
    expect((broken as WebAPIHTTPError).statusCode).toBe(503);
    expect(await refusal(client.chat.postMessage(HELLO))).toBe('is_inactive');
    expect(emulator.workspace.messages.in('C_LEADS')).toEqual([]);
    await client.chat.postMessage(HELLO);
    expect(emulator.workspace.callsOf('chat.postMessage').map(({ fault }) => fault)).toEqual([
      'rate_limited',
      'server_error',
      'error',
      undefined,
    ]);
  });

  it.each([
    ['timeout_before', 0],
    ['timeout_after', 1],
    ['reset_before', 0],
    ['reset_after', 1],
    ['reset_mid_body', 1],
  ] as const)('%s leaves %i messages behind, and the client never knows', async (kind, posted) => {
    const { emulator } = await testWorkspace();
    const client = clientOf(emulator, emulator.tokens.bot, { timeout: 300 });
    emulator.faults.next('chat.postMessage', { kind });
    const error = await client.chat.postMessage(HELLO).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(error instanceof WebAPIRequestError || kind === 'reset_mid_body').toBe(true);
    expect(emulator.workspace.messages.in('C_LEADS')).toHaveLength(posted);
  });

  it('by answering HTML with 200, or slowly', async () => {
    const { emulator, client } = await testWorkspace();
    emulator.faults.next('chat.postMessage', { kind: 'html' });
    await expect(client.chat.postMessage(HELLO)).rejects.toThrow();
    const impatient = clientOf(emulator, emulator.tokens.bot, { timeout: 100 });
    for (const kind of ['slow', 'slow_body'] as const) {
      emulator.faults.next('chat.postMessage', { kind, ms: 50 });
      expect((await client.chat.postMessage(HELLO)).ok).toBe(true);
      emulator.faults.next('chat.postMessage', { kind, ms: 1_000 });
      await expect(impatient.chat.postMessage(HELLO)).rejects.toThrow();
    }
  });

  it('for a time, until it is called off', async () => {
    const { emulator, client } = await testWorkspace();
    const end = emulator.faults.during('*', { kind: 'error', error: 'service_unavailable' });
    expect(await refusal(client.auth.test())).toBe('service_unavailable');
    expect(await refusal(client.chat.postMessage(HELLO))).toBe('service_unavailable');
    end();
    expect((await client.auth.test()).ok).toBe(true);
  });
});

describe('Slack can be down', () => {
  it('nothing gets through in either direction, and events come once it is back', async () => {
    const { emulator, client, clock } = await testWorkspace({ mode: 'http' });
    const heard: string[] = [];
    await startBoltBot(emulator, 'http', (app) => {
      app.message(async ({ message }) => void heard.push((message as { text: string }).text));
    });
    emulator.faults.outage(true);
    emulator.as('U_ANA').say('C_LEADS', 'anybody there?');
    await expect(client.auth.test()).rejects.toBeInstanceOf(WebAPIRequestError);
    expect(await emulator.as('U_ANA').command('/lead')).toMatchObject({ acknowledged: false });
    await emulator.settled();
    emulator.faults.outage(false);
    expect(heard).toEqual([]);
    clock.move(60_000);
    await emulator.settled();
    expect(heard).toEqual(['anybody there?']);
  });

  it('an event can arrive twice under one id', async () => {
    const { emulator } = await testWorkspace({ mode: 'http' });
    const ids: string[] = [];
    await startBoltBot(emulator, 'http', (app) => {
      app.message(async ({ body }) => void ids.push(body.event_id));
    });
    emulator.faults.duplicateEvents();
    emulator.as('U_ANA').say('C_LEADS', 'twice');
    emulator.as('U_ANA').say('C_LEADS', 'once');
    await emulator.settled();
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('Socket Mode', () => {
  it('a client comes back after its socket was dropped, and after Slack asked it to', async () => {
    const { emulator } = await testWorkspace();
    await startBoltBot(emulator, 'socket', (app) => {
      app.command('/lead', async ({ ack }) => void (await ack()));
    });
    expect(emulator.isBotConnected()).toBe(true);
    const { sockets } = emulator.faults;
    for (const interrupt of [() => sockets.drop(), () => sockets.disconnect('refresh_requested')]) {
      interrupt();
      await emulator.waitFor(() => !emulator.isBotConnected());
      expect(await emulator.as('U_ANA').command('/lead')).toMatchObject({ acknowledged: false });
      await emulator.waitFor(() => emulator.isBotConnected(), { within: 10_000 });
      expect(await emulator.as('U_ANA').command('/lead')).toMatchObject({ acknowledged: true });
    }
  });

  it('with two sockets each command reaches exactly one', async () => {
    const { emulator } = await testWorkspace();
    const reached: string[] = [];
    for (const name of ['first', 'second']) {
      await startBoltBot(emulator, 'socket', (app) => {
        app.command('/lead', async ({ ack }) => {
          reached.push(name);
          await ack();
        });
      });
    }
    for (let n = 0; n < 4; n += 1) await emulator.as('U_ANA').command('/lead');
    expect(reached.sort()).toEqual(['first', 'first', 'second', 'second']);
  });

  it('the app token is good for nothing in HTTP mode', async () => {
    const { emulator } = await testWorkspace({ mode: 'http' });
    const client = clientOf(emulator, emulator.tokens.app);
    expect(await refusal(client.apps.connections.open({}))).toBe('socket_mode_not_enabled');
  });
});
