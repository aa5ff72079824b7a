import { Router } from 'express';
import { describe, expect, it } from 'vitest';
import { signatureHeaders } from '../../emulator/delivery/signature.ts';
import { SlackDoor } from '../../src/http/slack-door.ts';
import { DoorCounts } from '../../src/intake/doors/door-counts.ts';
import { textOf } from '../support/messages.ts';
import { MAX } from '../support/people.ts';
import { readableLog } from '../support/test-log.ts';
import { ask, testServer } from '../support/test-server.ts';
import { testClock } from '../support/time.ts';
import { startWorld } from '../support/world.ts';

const SECRET = 'signing-secret';
const BODY = '{"type":"event_callback"}';
const MINUTE = 60;

/** A door of Slack's in front of something that takes whatever comes through. */
async function door() {
  const clock = testClock();
  const { log, lines } = readableLog();
  const counts = new DoorCounts({ log, clock });
  const slack = Router();
  slack.post('/slack/events', (request, response) => {
    response.send(`took ${(request as typeof request & { rawBody: Buffer }).rawBody}`);
  });
  const slackDoor = new SlackDoor({ signingSecret: SECRET, clock });
  const server = await testServer('sqlite', { slack, slackDoor, doors: counts, log });
  const send = (offSeconds: number, secret = SECRET, body = BODY) => {
    const at = Math.floor(clock.now() / 1000) + offSeconds;
    return post(server.url, body, signatureHeaders(secret, at, body));
  };
  const results = () => counts.take().map(({ door, result, count }) => `${door} ${result} ${count}`);
  return { clock, server, slackDoor, send, results, lines };
}

function post(url: string, body: string, headers: Record<string, string>) {
  return ask(`${url}/slack/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

describe('a request that Slack has signed', () => {
  it.each([0, -5 * MINUTE, 5 * MINUTE])('is taken within five minutes: %i s off', async (off) => {
    const { send, results, slackDoor } = await door();
    expect(await send(off)).toMatchObject({ status: 200, body: `took ${BODY}` });
    expect([results(), slackDoor.problem()]).toEqual([['slack accepted 1'], null]);
  });

  it.each([
    [-5 * MINUTE - 1, 301, 'ahead'],
    [5 * MINUTE + 1, -301, 'behind'],
    [86_400, -86_400, 'behind'],
  ])(
    'for another time is refused, %i s off, and it is said once how far the clock is off',
    async (off, ahead, word) => {
      const { send, results, lines, slackDoor } = await door();
      for (let n = 0; n < 5; n++)
        expect(await send(off)).toMatchObject({
          status: 401,
          type: 'application/problem+json; charset=utf-8',
        });
      expect(results()).toEqual(['slack wrong_time 5']);
      expect(lines()).toMatchObject([{ level: 40, door: 'slack', code: 'wrong_time', clockAhead: ahead }]);
      expect(slackDoor.problem()).toBe(`the clock of this machine is ${Math.abs(ahead)} s ${word}`);
    },
  );

  it('and is taken ends the matter, and so does time', async () => {
    const { send, slackDoor, clock } = await door();
    await send(-600);
    expect(slackDoor.problem()).not.toBeNull();
    await send(0);
    expect(slackDoor.problem()).toBeNull();
    await send(-600);
    clock.move(10 * MINUTE * 1000);
    expect(slackDoor.problem()).not.toBeNull();
    clock.move(1);
    expect(slackDoor.problem()).toBeNull();
  });
});

describe('a request that Slack has not signed', () => {
  it('says nothing about the clock, however old it is', async () => {
    const { send, results, slackDoor, server } = await door();
    expect((await send(-600, 'another-secret')).status).toBe(401);
    expect((await post(server.url, BODY, {})).status).toBe(401);
    const headers = signatureHeaders(SECRET, Math.floor(Date.now() / 1000), `${BODY} `);
    expect((await post(server.url, BODY, headers)).status).toBe(401);
    const odd = { ...headers, 'x-slack-request-timestamp': 'yesterday' };
    expect((await post(server.url, BODY, odd)).status).toBe(401);
    expect(results()).toEqual(['slack wrong_secret 3', 'slack unsigned 1']);
    expect(slackDoor.problem()).toBeNull();
  });

  it('is refused for its size before it is read', async () => {
    const { send, results } = await door();
    expect((await send(0, SECRET, 'x'.repeat(2 ** 20 + 1))).status).toBe(413);
    expect(results()).toEqual(['slack too_large 1']);
  });
});

it('a clock that is off is said at /readyz, in the metrics and to the managers, until a click comes through', async () => {
  const { log, lines } = readableLog();
  const world = await startWorld({ mode: 'http', start: { log } });
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c' });
  const send = (off: number) => {
    const at = Math.floor(Date.now() / 1000) + off;
    return post(world.bot.url, body, signatureHeaders(world.emulator.tokens.signingSecret, at, body));
  };
  // Bolt itself takes what is dated in the future.
  for (const _ of [1, 2, 3]) expect((await send(20 * MINUTE)).status).toBe(401);
  expect(await ask(`${world.bot.url}/readyz`, {})).toMatchObject({
    status: 503,
    body: {
      slack: 'waiting',
      why: { slack: expect.stringMatching(/^the clock of this machine is 1[12]\d\d s behind$/) },
    },
  });
  expect(lines().filter(({ code }) => code === 'wrong_time')).toHaveLength(1);
  expect((await ask(`${world.bot.url}/metrics`, {})).body).toContain(
    'tango_requests_refused_total{door="slack",reason="wrong_time"} 3\n',
  );
  await world.bot.jobs.runOnce();
  await world.settle();
  const told = world.emulator.as(MAX).directMessage().messages.map(textOf);
  expect(told.filter((text) => text.includes('Slack'))).toEqual([
    expect.stringMatching(/3 requests since .* \(3 signed for another time\).*compare the clock/),
  ]);
  expect(await send(0)).toMatchObject({ status: 200, body: { challenge: 'c' } });
  expect((await ask(`${world.bot.url}/readyz`, {})).status).toBe(200);
});
