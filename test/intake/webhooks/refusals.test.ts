import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { NO_WEBHOOKS } from '../../../src/intake/webhooks/settings.ts';
import { ask } from '../../support/test-server.ts';
import { TUESDAY_10 } from '../../support/time.ts';
import { type WebhookServer, webhookServer } from '../../support/webhook-server.ts';
import {
  DELIVERIES,
  realBody,
  sign,
  VENDOR_NAMES,
  type VendorName,
  WEBHOOKS,
} from '../../support/webhooks.ts';

const PROBLEM = 'application/problem+json; charset=utf-8';

async function expectNoTrace(server: WebhookServer): Promise<void> {
  expect([await server.leads(), await server.fetchJobs()]).toEqual([[], []]);
}

/** Signed for this address and this time, with the body as given. */
function signed(server: WebhookServer, vendor: VendorName, body: string, at = TUESDAY_10) {
  return sign(vendor, { body, at, uri: `${server.url}/intake/${vendor}` });
}

describe.each(VENDOR_NAMES)('%s: refused without a trace is', (vendor) => {
  const path = `/intake/${vendor}`;
  const body = JSON.stringify(DELIVERIES[vendor]);
  const forged = body.replace('123456', '654321');

  it('what is signed by somebody else, or not at all', async () => {
    const server = await webhookServer();
    const wrong = Object.entries(signed(server, vendor, body)).map(([name, value]) => [
      name,
      name.includes('timestamp')
        ? value
        : value.replace(/[0-9A-Za-z](=*)$/, (last) => (last[0] === 'a' ? 'b' : 'a') + last.slice(1)),
    ]);
    for (const headers of [{}, Object.fromEntries(wrong)])
      expect(await server.send(path, forged, headers)).toMatchObject({ status: 401, type: PROBLEM });
    await expectNoTrace(server);
  });

  it('a body changed by one byte, or cut off', async () => {
    const server = await webhookServer();
    const headers = signed(server, vendor, body);
    for (const changed of [`${forged} `, forged.slice(0, -1)])
      expect([400, 401]).toContain((await server.send(path, changed, headers)).status);
    await expectNoTrace(server);
  });

  it('what is signed and is not JSON, or not UTF-8, or another JSON', async () => {
    const server = await webhookServer();
    for (const odd of ['{"a":', '', 'null', '5', '[]]'])
      expect([400, 401, 422]).toContain((await server.deliver(vendor, odd)).status);
    await expectNoTrace(server);
  });

  it('a body that is too large, packed, or of another type', async () => {
    const server = await webhookServer();
    const large = JSON.stringify({ pad: 'x'.repeat(1024 * 1024) });
    const reply = await server.deliver(vendor, large);
    expect(reply).toMatchObject({ status: 413, body: { detail: expect.stringMatching(/KiB$/) } });
    const headers = signed(server, vendor, body);
    const packed = { ...headers, 'content-encoding': 'gzip' };
    expect(await server.send(path, gzipSync(body), packed)).toMatchObject({ status: 415 });
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
    expect(await server.send(path, body, form)).toMatchObject({ status: 415 });
    await expectNoTrace(server);
  });

  it('everything, while its secret is not set; the answer names the variable', async () => {
    const server = await webhookServer('sqlite', NO_WEBHOOKS);
    const reply = await server.deliver(vendor, body);
    expect(reply).toMatchObject({
      status: 404,
      body: { detail: expect.stringMatching(/set [A-Z_]+ to turn/) },
    });
    await expectNoTrace(server);
  });

  it('another method', async () => {
    const server = await webhookServer();
    const reply = await ask(server.url + path, { method: 'PUT' });
    expect([reply.status, reply.headers.get('allow')]).toEqual([
      405,
      vendor === 'meta' ? 'GET, HEAD, POST' : 'POST',
    ]);
  });
});

describe('a replay', () => {
  it.each([
    ['hubspot', 5],
    ['webflow', 5],
    ['calendly', 3],
  ] as const)('of %s is taken for %i minutes and refused from then on', async (vendor, minutes) => {
    const server = await webhookServer();
    const body = JSON.stringify(DELIVERIES[vendor]);
    const headers = signed(server, vendor, body);
    server.context.clock.move(minutes * 60_000);
    expect(await server.send(`/intake/${vendor}`, body, headers)).toMatchObject({ status: 200 });
    server.context.clock.move(1_000);
    const late = await server.send(`/intake/${vendor}`, body, headers);
    expect(late).toMatchObject({ status: 401, body: { detail: 'The signature is not of this time' } });
    const early = signed(server, vendor, body, server.context.clock.now() + minutes * 60_000 + 1_000);
    expect(await server.send(`/intake/${vendor}`, body, early)).toMatchObject({ status: 401 });
  });
});

describe('HubSpot signs the address too', () => {
  const body = JSON.stringify(DELIVERIES.hubspot);

  it('as the world knows it, behind a proxy that ends TLS', async () => {
    const server = await webhookServer();
    const headers = sign('hubspot', { body, uri: `${server.url.replace('http', 'https')}/intake/hubspot` });
    expect(await server.send('/intake/hubspot', body, headers)).toMatchObject({ status: 401 });
    const proxied = { ...headers, 'x-forwarded-proto': 'https' };
    expect(await server.send('/intake/hubspot', body, proxied)).toMatchObject({ status: 200 });
  });

  it('by PUBLIC_URL where that is set, and with some characters decoded', async () => {
    const server = await webhookServer('sqlite', { ...WEBHOOKS, publicUrl: 'https://tango.example.com/' });
    const uri = 'https://tango.example.com/intake/hubspot?source=Trade%20Fair:%2B1';
    const reply = await server.send(
      '/intake/hubspot?source=Trade%20Fair%3A%2B1',
      body,
      sign('hubspot', { body, uri }),
    );
    expect(reply).toMatchObject({ status: 200 });
    expect(await server.fetchJobs()).toMatchObject([{ body: expect.stringContaining('Trade Fair:+1') }]);
  });
});

const vectors = JSON.parse(realBody('signature_vectors.json') ?? 'null');

describe('the signatures that HubSpot published', () => {
  it.skipIf(!vectors)('of its first scheme are understood', async () => {
    const { client_secret: secret, raw_body: body, expected } = vectors.hubspot_v1;
    const settings = { ...WEBHOOKS, secrets: { HUBSPOT_CLIENT_SECRET: secret } };
    const server = await webhookServer('sqlite', settings);
    const headers = { 'x-hubspot-signature-version': 'v1', 'x-hubspot-signature': expected };
    expect(await server.send('/intake/hubspot', body, headers)).toMatchObject({ status: 200 });
    expect(await server.fetchJobs()).toMatchObject([{ objectId: '123' }]);
    expect(await server.send('/intake/hubspot', `${body} `, headers)).toMatchObject({ status: 401 });
  });

  it.skipIf(!vectors)('of its second scheme are made as ours are', async () => {
    const { client_secret: secret, method, uri, raw_body: body, expected } = vectors.hubspot_v2;
    const v2 = (...parts: string[]) => createHash('sha256').update(parts.join('')).digest('hex');
    expect(v2(secret, method, uri, body)).toBe(expected);
    const settings = { ...WEBHOOKS, secrets: { HUBSPOT_CLIENT_SECRET: secret } };
    const server = await webhookServer('sqlite', settings);
    const post = JSON.stringify(DELIVERIES.hubspot);
    const signature = v2(secret, 'POST', `${server.url}/intake/hubspot`, post);
    const headers = { 'x-hubspot-signature-version': 'v2', 'x-hubspot-signature': signature };
    expect(await server.send('/intake/hubspot', post, headers)).toMatchObject({ status: 200 });
  });
});

describe("Meta's handshake", () => {
  const ASKED = 'hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=';

  it('gets the challenge back for the right token alone', async () => {
    const server = await webhookServer();
    const reply = await ask(`${server.url}/intake/meta?${ASKED}meta-verify`, {});
    expect(reply).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8', body: '1158201444' });
    expect(await ask(`${server.url}/intake/meta?${ASKED}guess`, {})).toMatchObject({ status: 401 });
    expect(await ask(`${server.url}/intake/meta`, {})).toMatchObject({ status: 400 });
  });

  it('is off without a token', async () => {
    const server = await webhookServer('sqlite', NO_WEBHOOKS);
    expect(await ask(`${server.url}/intake/meta?${ASKED}`, {})).toMatchObject({ status: 404 });
  });
});

it('an id of seventeen digits is not rounded', async () => {
  const server = await webhookServer();
  const body =
    '{"object":"page","entry":[{"changes":[{"field":"leadgen","value":{"leadgen_id":12345678901234567}}]}]}';
  await server.deliver('meta', body);
  expect(await server.fetchJobs()).toMatchObject([{ objectId: '12345678901234567' }]);
});

it.each(['webflow', 'meta'] as const)(
  '%s: a body nested to the depth of the stack does no harm',
  async (vendor) => {
    const server = await webhookServer();
    const deep = `${'['.repeat(30_000)}12345678901234567${']'.repeat(30_000)}`;
    const body =
      vendor === 'meta'
        ? deep
        : `{"triggerType":"form_submission","payload":{"id":"1","data":{"Deep":${'['.repeat(9_000)}${']'.repeat(9_000)}}}}`;
    expect([200, 400, 422]).toContain((await server.deliver(vendor, body)).status);
  },
);
