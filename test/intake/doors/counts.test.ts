import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { DoorResult } from '../../../src/domain/delivery/door.ts';
import { DoorCounts } from '../../../src/intake/doors/door-counts.ts';
import { NO_WEBHOOKS } from '../../../src/intake/webhooks/settings.ts';
import { readableLog, type TestLog } from '../../support/test-log.ts';
import { TOKEN, testServer } from '../../support/test-server.ts';
import { testClock } from '../../support/time.ts';
import { type WebhookServer, webhookServer } from '../../support/webhook-server.ts';
import { DELIVERIES, sign, VENDOR_NAMES, type VendorName } from '../../support/webhooks.ts';

const DANA = { source: 'Web', name: 'Dana Whitfield' };

function watched(): { doors: DoorCounts; log: TestLog } {
  const log = readableLog();
  return { doors: new DoorCounts({ log: log.log, clock: testClock() }), log };
}

function results(doors: DoorCounts): Record<string, number> {
  return Object.fromEntries(doors.take().map(({ door, result, count }) => [`${door} ${result}`, count]));
}

const warnings = ({ lines }: TestLog) => lines().filter(({ level }) => level === 40);

describe.each(VENDOR_NAMES)('at the door of %s it is counted', (vendor) => {
  const path = `/intake/${vendor}`;
  const body = JSON.stringify(DELIVERIES[vendor]);

  it('who showed a wrong secret, with one warning a day that names the variable', async () => {
    const { doors, log } = watched();
    const server = await webhookServer('sqlite', undefined, { doors });
    const [forged, headers] = wrong(vendor, body);
    for (let n = 0; n < 5; n++) expect((await server.send(path, forged, headers)).status).toBe(401);
    expect(warnings(log)).toEqual([
      expect.objectContaining({
        door: vendor,
        code: 'wrong_secret',
        variable: expect.stringMatching(/^[A-Z_]+$/),
      }),
    ]);
    expect(results(doors)).toEqual({ [`${vendor} wrong_secret`]: 5 });
    expect(results(doors)).toEqual({});
  });

  it.each([
    ['who showed none', 'unsigned', (server: WebhookServer) => server.send(path, '{}', {})],
    [
      'what is too large',
      'too_large',
      (server: WebhookServer) => server.deliver(vendor, { pad: 'x'.repeat(2 ** 20) }),
    ],
    [
      'what is authentic and not what the vendor documents',
      'not_understood',
      (server: WebhookServer) => server.deliver(vendor, { google_key: '123456' }),
    ],
    ['what is taken', 'accepted', (server: WebhookServer) => server.deliver(vendor, DELIVERIES[vendor])],
  ] as [string, DoorResult, (server: WebhookServer) => Promise<unknown>][])(
    '%s',
    async (_what, result, send) => {
      const { doors } = watched();
      await send(await webhookServer('sqlite', undefined, { doors }));
      expect(results(doors)).toEqual({ [`${vendor} ${result}`]: 1 });
    },
  );
});

it.each(['hubspot', 'webflow', 'calendly'] as const)(
  '%s: what is signed for another time is counted',
  async (vendor) => {
    const { doors, log } = watched();
    const server = await webhookServer('sqlite', undefined, { doors });
    const body = JSON.stringify(DELIVERIES[vendor]);
    for (const minutes of [-6, 6]) {
      const at = server.context.clock.now() + minutes * 60_000;
      const headers = sign(vendor, { body, at, uri: `${server.url}/intake/${vendor}` });
      expect((await server.send(`/intake/${vendor}`, body, headers)).status).toBe(401);
    }
    expect(results(doors)).toEqual({ [`${vendor} wrong_time`]: 2 });
    expect(warnings(log)).toMatchObject([{ door: vendor, code: 'wrong_time' }]);
  },
);

describe('at the door of the API it is counted', () => {
  it.each([
    ['who showed a wrong token', 'wrong_secret', DANA, { authorization: 'Bearer wrong' }],
    ['who showed none', 'unsigned', DANA, { authorization: '' }],
    ['what is too large', 'too_large', { ...DANA, message: 'x'.repeat(2 ** 20) }, {}],
    ['what is taken', 'accepted', DANA, {}],
  ])('%s', async (_what, result, body, headers) => {
    const { doors } = watched();
    const server = await testServer('sqlite', { doors });
    await server.post('/api/leads', body, headers);
    expect(results(doors)).toEqual({ [`api ${result}`]: 1 });
  });

  it('nothing that its sender is told to mend, nor what is asked of us without a secret', async () => {
    const { doors } = watched();
    const server = await testServer('sqlite', { doors });
    await server.post('/api/leads', { name: 5 });
    await server.get('/healthz');
    await server.get('/nowhere');
    expect(results(doors)).toEqual({});
  });
});

it.each(VENDOR_NAMES)(
  '%s: nonsense of somebody who showed no secret says nothing about the vendor',
  async (vendor) => {
    const { doors, log } = watched();
    const server = await webhookServer('sqlite', undefined, { doors });
    const path = `/intake/${vendor}`;
    await server.send(path, '{"a":', {});
    const cut = {
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', 'content-length': 100 },
    };
    const { hostname, port } = new URL(server.url);
    await new Promise<void>((resolve) => {
      const half = request({ ...cut, hostname, port });
      half.on('error', () => undefined).on('close', resolve);
      half.write('{', () => half.destroy());
    });
    await server.get('/healthz');
    expect(Object.keys(results(doors)).filter((key) => !key.endsWith('unsigned'))).toEqual([]);
    expect(warnings(log)).toEqual([]);
  },
);

describe('at a door that is off it is counted', () => {
  it.each(VENDOR_NAMES)('what %s sends, with one warning a day that names the variable', async (vendor) => {
    const { doors, log } = watched();
    const server = await webhookServer('sqlite', NO_WEBHOOKS, { doors });
    for (let n = 0; n < 3; n++) expect((await server.deliver(vendor, DELIVERIES[vendor])).status).toBe(404);
    expect(results(doors)).toEqual({ [`${vendor} off`]: 3 });
    expect(warnings(log)).toEqual([
      expect.objectContaining({ door: vendor, code: 'off', variable: expect.stringMatching(/^[A-Z_]+$/) }),
    ]);
  });

  it('what is asked of the API', async () => {
    const { doors, log } = watched();
    const server = await testServer('sqlite', { doors, token: null });
    expect((await server.post('/api/leads', DANA)).status).toBe(404);
    expect(results(doors)).toEqual({ 'api off': 1 });
    expect(warnings(log)).toMatchObject([{ door: 'api', code: 'off', variable: 'INTAKE_TOKEN' }]);
  });
});

it('the metrics say how many were refused, where and why', async () => {
  const server = await webhookServer();
  const body = JSON.stringify(DELIVERIES.tally);
  const [forged, headers] = wrong('tally', body);
  for (let n = 0; n < 3; n++) await server.send('/intake/tally', forged, headers);
  await server.post('/api/leads', DANA, { authorization: `Bearer ${TOKEN}x` });
  await server.deliver('tally', DELIVERIES.tally);
  const { body: metrics } = await server.get('/metrics');
  const lines = String(metrics)
    .split('\n')
    .filter((line) => line.startsWith('tango_requests_refused_total'));
  expect(lines.sort()).toEqual([
    'tango_requests_refused_total{door="api",reason="wrong_secret"} 1',
    'tango_requests_refused_total{door="tally",reason="wrong_secret"} 3',
  ]);
});

it('what could not be written down is counted the next time', () => {
  const { doors } = watched();
  doors.count('api', 'wrong_secret');
  const taken = doors.take();
  doors.count('api', 'wrong_secret');
  doors.putBack(taken);
  expect(results(doors)).toEqual({ 'api wrong_secret': 2 });
});

it('a warning comes again on the next day', () => {
  const { log, lines } = readableLog();
  const clock = testClock();
  const doors = new DoorCounts({ log, clock });
  for (let n = 0; n < 3; n++) doors.count('api', 'wrong_secret');
  clock.move(86_400_000);
  for (let n = 0; n < 3; n++) doors.count('api', 'wrong_secret');
  expect(lines()).toHaveLength(2);
});

/** As the vendor signs, by another secret. */
function wrong(vendor: VendorName, body: string): [body: string, headers: Record<string, string>] {
  const headers = Object.entries(sign(vendor, { body: `${body} `, uri: 'https://elsewhere.example' }));
  return [body.replace('123456', '654321'), Object.fromEntries(headers)];
}
