import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { signatureHeaders } from '../../emulator/delivery/signature.ts';
import { ask } from '../support/test-server.ts';
import { webhookServer } from '../support/webhook-server.ts';
import { DELIVERIES, VENDOR_NAMES } from '../support/webhooks.ts';
import { startWorld } from '../support/world.ts';

const UNAVAILABLE = { status: 503, type: 'application/problem+json; charset=utf-8', body: { status: 503 } };
const SPEND = { side: 'sales', from: '2026-11-01', to: '2026-11-30', amount: 1, currency: 'EUR' };

/** A database that takes nothing more, as one on a disk that is full. */
async function readOnly() {
  const server = await webhookServer();
  await server.post('/api/leads', { source: 'Web', externalId: '1', name: 'Dana Whitfield' });
  await server.context.db.transaction((tx) => sql`pragma query_only = on`.execute(tx.sql));
  return server;
}

describe('a database that cannot be written is 503, to be tried again', () => {
  it.each(VENDOR_NAMES)('at the door of %s', async (vendor) => {
    const server = await readOnly();
    const reply = await server.deliver(vendor, DELIVERIES[vendor]);
    expect(reply).toMatchObject(UNAVAILABLE);
    expect(reply.headers.get('retry-after')).toBe('10');
  });

  it.each([
    ['leads', { source: 'Web', name: 'Dana Whitfield' }],
    ['outcomes', { source: 'Web', externalId: '1', outcome: 'won' }],
    ['spend', SPEND],
  ])('for %s of the API', async (path, body) => {
    const reply = await (await readOnly()).post(`/api/${path}`, body);
    expect(reply).toMatchObject(UNAVAILABLE);
    expect(reply.headers.get('retry-after')).toBe('10');
  });
});

it('while Slack has not answered us, its requests are refused in the same form', async () => {
  const { bot, emulator } = await startWorld({ mode: 'http', slackIsDown: true });
  const body = '{"type":"event_callback"}';
  const headers = signatureHeaders(emulator.tokens.signingSecret, Math.floor(Date.now() / 1000), body);
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } };
  const reply = await ask(`${bot.url}/slack/events`, init);
  expect(reply).toMatchObject(UNAVAILABLE);
  expect(reply.headers.get('retry-after')).toBe('5');
});
