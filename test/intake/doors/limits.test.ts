import { describe, expect, it } from 'vitest';
import { DoorCounts } from '../../../src/intake/doors/door-counts.ts';
import { DEFAULT_LIMITS } from '../../../src/intake/doors/door-keeper.ts';
import { readableLog } from '../../support/test-log.ts';
import { ask, type Reply, type TestServer, TOKEN, testServer } from '../../support/test-server.ts';
import { testClock } from '../../support/time.ts';
import { webhookServer } from '../../support/webhook-server.ts';
import { DELIVERIES, sign } from '../../support/webhooks.ts';

const PROBLEM = 'application/problem+json; charset=utf-8';
const DANA = { source: 'Web', name: 'Dana Whitfield' };
const { refused } = DEFAULT_LIMITS;
/** As the product's, and smaller. */
const accepted = { burst: 40, perSecond: 5 };
const LIMITS = { accepted, refused };
const [HERE, THERE] = ['192.0.2.1', '198.51.100.9'];

/** Behind a proxy on this machine that says who is calling. */
const proxied = () => testServer('sqlite', { trustProxy: ['loopback'] });

function from(address: string, token = TOKEN): Record<string, string> {
  return { 'x-forwarded-for': address, authorization: `Bearer ${token}` };
}

async function statuses(times: number, call: (n: number) => Promise<Reply>): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (let n = 0; n < times; n++) {
    const { status } = await call(n);
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

const guess = (server: TestServer, address = HERE) =>
  server.post('/api/leads', DANA, from(address, 'a-guess'));

function expectSlowed(reply: Reply): void {
  expect(reply).toMatchObject({
    status: 429,
    type: PROBLEM,
    body: { title: 'Too Many Requests', status: 429 },
  });
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
}

describe('who shows the right secret', () => {
  it('may come in bursts, as forms do, and is slowed down when the bursts do not end', async () => {
    const server = await testServer('sqlite', { limits: LIMITS });
    const lead = (n: number) => server.post('/api/leads', { ...DANA, externalId: `${n}` });
    expect(await statuses(accepted.burst, lead)).toEqual({ 201: accepted.burst });
    const late = await lead(accepted.burst);
    expectSlowed(late);
    server.context.clock.move(Number(late.headers.get('retry-after')) * 1_000);
    expect((await lead(accepted.burst)).status).toBe(201);
  });

  it('of a vendor likewise, each for itself', async () => {
    const server = await webhookServer('sqlite', undefined, { limits: LIMITS });
    const tally = (n: number) =>
      server.deliver('tally', { eventType: 'FORM_RESPONSE', data: { responseId: `${n}`, fields: [] } });
    expect(await statuses(accepted.burst, tally)).toEqual({ 200: accepted.burst });
    expectSlowed(await tally(accepted.burst));
    expect((await server.deliver('typeform', DELIVERIES.typeform)).status).toBe(200);
    expect((await server.post('/api/leads', DANA)).status).toBe(201);
  });
});

describe('who shows a wrong token', () => {
  it('is slowed down by address, and is not listened to until time has passed', async () => {
    const server = await proxied();
    expect(await statuses(refused.burst, () => guess(server))).toEqual({ 401: refused.burst });
    const slowed = await guess(server);
    expectSlowed(slowed);
    expectSlowed(await server.post('/api/leads', DANA, from(HERE)));
    expect((await guess(server, THERE)).status).toBe(401);
    expect((await server.post('/api/leads', DANA, from(THERE))).status).toBe(201);
    server.context.clock.move(Number(slowed.headers.get('retry-after')) * 1_000);
    expect((await server.post('/api/leads', DANA, from(HERE))).status).toBe(201);
  });

  it('does not shut out others of that address who have shown the right one within a day', async () => {
    const server = await proxied();
    await server.post('/api/leads', DANA, from(HERE));
    await statuses(refused.burst, () => guess(server));
    expectSlowed(await guess(server));
    expect((await server.post('/api/leads', DANA, from(HERE))).status).toBe(201);
    server.context.clock.move(86_400_000 + 60_000);
    await statuses(refused.burst + 40, () => guess(server));
    expectSlowed(await server.post('/api/leads', DANA, from(HERE)));
  });

  it('on this machine, or behind a proxy that we were not told of, shuts out nobody else there', async () => {
    const server = await testServer('sqlite');
    expect(await statuses(100, () => guess(server, HERE))).toEqual({
      401: refused.burst,
      429: 100 - refused.burst,
    });
    expectSlowed(await guess(server, THERE));
    expect((await server.post('/api/leads', DANA)).status).toBe(201);
  });

  it('and so does who guesses the key of Google Ads or the token of Meta’s set-up', async () => {
    const server = await webhookServer('sqlite', undefined, { trustProxy: 1 });
    const key = (key: string, address: string) =>
      server.send(
        '/intake/google-ads',
        JSON.stringify({ ...(DELIVERIES['google-ads'] as object), google_key: key }),
        {
          'x-forwarded-for': address,
        },
      );
    expect(await statuses(refused.burst, () => key('1', HERE))).toEqual({ 401: refused.burst });
    expectSlowed(await key('123456', HERE));
    expect((await key('123456', THERE)).status).toBe(200);
    const verify = (token: string, address: string) =>
      ask(`${server.url}/intake/meta?hub.mode=subscribe&hub.challenge=1&hub.verify_token=${token}`, {
        headers: { 'x-forwarded-for': address },
      });
    expectSlowed(await verify('meta-verify', HERE));
    const OTHER = '203.0.113.5';
    expect(await statuses(refused.burst, () => verify('guess', OTHER))).toEqual({ 401: refused.burst });
    expectSlowed(await verify('meta-verify', OTHER));
  });
});

it('a signature cannot be guessed: what is signed right passes, whatever else comes from that address', async () => {
  const server = await webhookServer('sqlite', undefined, { trustProxy: ['loopback'] });
  const body = JSON.stringify(DELIVERIES.typeform);
  const address = { 'x-forwarded-for': HERE };
  const forged = () =>
    server.send('/intake/typeform', body, { ...address, 'typeform-signature': 'sha256=forged' });
  expect(await statuses(refused.burst + 5, forged)).toEqual({ 401: refused.burst, 429: 5 });
  const headers = { ...address, ...sign('typeform', { body }) };
  expect((await server.send('/intake/typeform', body, headers)).status).toBe(200);
});

it('addresses that nobody vouches for are not believed, and the log says once what to set', async () => {
  const { log, lines } = readableLog();
  const server = await testServer('sqlite', { log });
  const answers = await statuses(refused.burst + 3, (n) => guess(server, `203.0.113.${n}`));
  expect(answers).toEqual({ 401: refused.burst, 429: 3 });
  expect(lines().filter(({ variable }) => variable === 'TRUST_PROXY')).toMatchObject([{ level: 40 }]);
});

it('the lines of one network of IPv6 addresses share what they may be refused', async () => {
  const server = await proxied();
  const answers = await statuses(refused.burst + 3, (n) => guess(server, `2001:db8:0:1::${n}`));
  expect(answers).toEqual({ 401: refused.burst, 429: 3 });
  expect((await guess(server, '2001:db8:0:2::1')).status).toBe(401);
});

it('each that was refused is counted for what it was, and who was not listened to as too many', async () => {
  const doors = new DoorCounts({ log: readableLog().log, clock: testClock() });
  const server = await testServer('sqlite', { doors, trustProxy: ['loopback'] });
  await statuses(refused.burst + 5, () => guess(server));
  expect(doors.take().map(({ result, count }) => [result, count])).toEqual([
    ['wrong_secret', refused.burst],
    ['too_many', 5],
  ]);
});
