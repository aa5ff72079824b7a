import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MODES, startBoltBot } from './support/bolt-bot.ts';
import { testWorkspace } from './support/workspace.ts';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A bot that is nothing but an HTTP server, to see the bare requests. */
async function bareBot(answer: () => number) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    response.writeHead(answer()).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` };
}

describe('signed requests', () => {
  it('carry Slack’s signature and exactly its content types', async () => {
    const { emulator } = await testWorkspace({ mode: 'http' });
    const { received, url } = await bareBot(() => 200);
    emulator.setRequestUrl(url);
    emulator.as('U_ANA').say('C_LEADS', 'hello');
    await emulator.as('U_ANA').command('/lead', 'a & b', { channel: 'C_LEADS' });
    await emulator.settled();
    const types = received.map(({ headers }) => headers['content-type']).sort();
    expect(types).toEqual(['application/json', 'application/x-www-form-urlencoded']);
    for (const { headers, body } of received) {
      const signed = `v0:${headers['x-slack-request-timestamp']}:${body}`;
      const digest = createHmac('sha256', emulator.tokens.signingSecret).update(signed).digest('hex');
      expect(headers['x-slack-signature']).toBe(`v0=${digest}`);
    }
    const command = new URLSearchParams(received.find(({ body }) => body.includes('command='))!.body);
    expect(Object.fromEntries(command)).toMatchObject({
      command: '/lead',
      text: 'a & b',
      user_id: 'U_ANA',
      user_name: 'ana',
      channel_id: 'C_LEADS',
      channel_name: 'leads',
    });
  });
});

it('a request URL is verified by a signed challenge', async () => {
  const { emulator } = await testWorkspace({ mode: 'http' });
  await startBoltBot(emulator, 'http', () => {});
  expect(await emulator.verifyRequestUrl()).toBe(true);
  emulator.setRequestUrl((await bareBot(() => 200)).url);
  expect(await emulator.verifyRequestUrl()).toBe(false);
});

describe('events', () => {
  it('are tried again at once, after a minute and after five, always under the same id', async () => {
    const { emulator, clock } = await testWorkspace({ mode: 'http' });
    let status = 500;
    const { received, url } = await bareBot(() => status);
    emulator.setRequestUrl(url);
    emulator.as('U_ANA').say('C_LEADS', 'hello');
    await emulator.waitFor(() => received.length === 2);
    await emulator.settled();
    clock.move(59_000);
    await emulator.settled();
    expect(received).toHaveLength(2);
    clock.move(1_000);
    await emulator.waitFor(() => received.length === 3);
    await emulator.settled();
    status = 200;
    clock.move(300_000);
    await emulator.waitFor(() => received.length === 4);
    await emulator.settled();
    clock.move(3_600_000);
    await emulator.settled();
    expect(received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(received.map(({ headers }) => headers['x-slack-retry-reason'])).toEqual([
      undefined,
      ...Array.from({ length: 3 }, () => 'http_error'),
    ]);
    expect(new Set(received.map(({ body }) => JSON.parse(body).event_id)).size).toBe(1);
  });

  it('own posts come back; what the app does not subscribe to, or where it is no member, does not', async () => {
    const { emulator, client } = await testWorkspace({ mode: 'http' });
    const { received, url } = await bareBot(() => 200);
    emulator.setRequestUrl(url);
    emulator.workspace.app.events = ['message.channels', 'member_joined_channel', 'user_change'];
    const { ts } = await client.chat.postMessage({ channel: 'C_LEADS', text: 'card' });
    await client.chat.update({ channel: 'C_LEADS', ts: ts!, text: 'card, taken' });
    emulator.as('U_ANA').say('C_RANDOM', 'not heard');
    emulator.as('U_ANA').sayToBot('not subscribed');
    emulator.admin.changePerson('U_BEN', { timezone: 'Asia/Tokyo' });
    await client.conversations.join({ channel: 'C_RANDOM' });
    await emulator.settled();
    const events = received.map(({ body }) => JSON.parse(body).event);
    const seen = events.map(({ type, subtype, channel }) => [type, subtype, channel]);
    expect(seen).toHaveLength(4);
    expect(seen).toEqual(
      expect.arrayContaining([
        ['message', undefined, 'C_LEADS'],
        ['message', 'message_changed', 'C_LEADS'],
        ['user_change', undefined, undefined],
        ['member_joined_channel', undefined, 'C_RANDOM'],
      ]),
    );
    expect(events.find(({ subtype }) => subtype === undefined)).toMatchObject({ bot_id: 'B_TANGO', ts });
  });

  it('who joins and leaves a user group is told twice: the group as it is, and who has come and gone', async () => {
    const { emulator } = await testWorkspace({ mode: 'http' });
    const { received, url } = await bareBot(() => 200);
    emulator.setRequestUrl(url);
    emulator.workspace.app.events = ['subteam_updated', 'subteam_members_changed'];
    const reps = { id: 'S_NEW', handle: 'new', name: 'New', users: ['U_ANA', 'U_BEN'] };
    emulator.admin.changeUserGroup(reps);
    emulator.admin.changeUserGroup({ ...reps, name: 'Reps' });
    emulator.admin.changeUserGroup({ ...reps, users: ['U_BEN', 'U_MAX'] });
    await emulator.settled();
    const events = received.map(({ body }) => JSON.parse(body).event);
    expect(events.filter(({ type }) => type === 'subteam_updated')).toHaveLength(3);
    expect(events.filter(({ type }) => type === 'subteam_members_changed')).toEqual([
      expect.objectContaining({
        subteam_id: 'S_NEW',
        ...{ added_users: ['U_MAX'], added_users_count: 1, removed_users: ['U_ANA'], removed_users_count: 1 },
      }),
    ]);
  });
});

for (const mode of MODES) {
  describe(`response_url (${mode})`, () => {
    it('speaks five times in half an hour, in private, in the channel or over the original', async () => {
      const { emulator, client, clock } = await testWorkspace({ mode });
      const urls: string[] = [];
      await startBoltBot(emulator, mode, (app) => {
        app.action('claim', async ({ ack, body }) => {
          await ack();
          urls.push((body as { response_url: string }).response_url);
        });
      });
      const button = {
        type: 'button' as const,
        action_id: 'claim',
        text: { type: 'plain_text' as const, text: 'Claim' },
      };
      const { ts } = await client.chat.postMessage({
        channel: 'C_LEADS',
        text: 'card',
        blocks: [{ type: 'actions', elements: [button] }],
      });
      const ana = emulator.as('U_ANA');
      await ana.click({ channel: 'C_LEADS', ts: ts! }, 'Claim');
      await ana.click({ channel: 'C_LEADS', ts: ts! }, 'Claim');
      await emulator.waitFor(() => urls.length === 2);
      const post = async (url: string, body: object) =>
        (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status;
      expect(await post(urls[0]!, { text: 'for you' })).toBe(200);
      expect(ana.ephemerals('C_LEADS').map(({ text }) => text)).toEqual(['for you']);
      expect(await post(urls[0]!, { text: 'for all', response_type: 'in_channel' })).toBe(200);
      expect(
        emulator
          .as('U_BEN')
          .messages('C_LEADS')
          .map(({ text }) => text),
      ).toEqual(['card', 'for all']);
      expect(await post(urls[0]!, { text: 'replaced', replace_original: true })).toBe(200);
      expect(emulator.workspace.messages.find('C_LEADS', ts!)).toMatchObject({
        text: 'replaced',
        blocks: [],
      });
      expect(await post(urls[0]!, { text: 'thread', response_type: 'in_channel', thread_ts: ts })).toBe(200);
      expect(await post(urls[0]!, { delete_original: true })).toBe(200);
      expect(emulator.workspace.messages.find('C_LEADS', ts!)?.subtype).toBe('tombstone');
      expect(await post(urls[0]!, { text: 'a sixth' })).toBe(404);
      clock.move(30 * 60_000 + 1);
      expect(await post(urls[1]!, { text: 'too late' })).toBe(404);
    });
  });
}
