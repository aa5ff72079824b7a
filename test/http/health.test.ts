import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../support/databases.ts';
import { testServer } from '../support/test-server.ts';

const ANYBODY = { authorization: '' };

describe('for whoever watches over the process', () => {
  it('is alive at once, and ready only when the database and Slack are', async () => {
    const parts: { database: boolean; slack: string | null } = { database: false, slack: 'token_revoked' };
    const server = await testServer('sqlite', {
      isDatabaseReady: () => parts.database,
      slackProblem: () => parts.slack,
    });
    expect(await server.get('/healthz', ANYBODY)).toMatchObject({ status: 200, body: { alive: true } });
    const ready = () => server.get('/readyz', ANYBODY);
    expect(await ready()).toMatchObject({
      status: 503,
      body: { ready: false, database: 'waiting', slack: 'waiting', why: { slack: 'token_revoked' } },
    });
    parts.database = true;
    expect(await ready()).toMatchObject({ status: 503, body: { database: 'ready', slack: 'waiting' } });
    parts.slack = null;
    expect(await ready()).toMatchObject({ status: 200, body: { ready: true, slack: 'ready' } });
  });

  it('is not ready while the database fails, and does not say why', async () => {
    const isDatabaseReady = () => Promise.reject(new Error('password authentication failed for user tango'));
    const server = await testServer('sqlite', { isDatabaseReady });
    const reply = await server.get('/readyz', ANYBODY);
    expect(reply).toMatchObject({ status: 503, body: { database: 'waiting' } });
    expect(JSON.stringify(reply.body)).not.toContain('password');
  });

  it('takes leads while Slack is out of reach', async () => {
    const server = await testServer('sqlite', { slackProblem: () => 'ENOTFOUND' });
    expect((await server.post('/api/leads', { source: 'Web', name: 'Dana' })).status).toBe(201);
  });
});

for (const dialect of DIALECTS) {
  it(`counts requests by pattern, leads, and what it is handed, on ${dialect}`, async () => {
    const gauge = { name: 'tango_outbox_failed', help: 'Rows given up', read: async () => 3 };
    const server = await testServer(dialect, { gauges: [gauge] });
    const lead = { source: 'Web', externalId: '1', name: 'Dana' };
    const { body } = await server.post('/api/leads', lead);
    await server.post('/api/leads', lead);
    await server.get(`/api/leads/${body.leads[0].id}`);
    await server.get('/somewhere/else');
    const metrics = await server.get('/metrics', ANYBODY);
    expect(metrics).toMatchObject({ status: 200, type: expect.stringContaining('text/plain') });
    const lines = metrics.body.split('\n');
    expect(lines).toContain('tango_leads_received_total{duplicate="false"} 1');
    expect(lines).toContain('tango_leads_received_total{duplicate="true"} 1');
    expect(lines).toContain('tango_outbox_failed 3');
    const counted = lines.filter((line: string) => line.startsWith('tango_http_request_seconds_count'));
    expect(counted).toEqual([
      'tango_http_request_seconds_count{route="/api/leads",method="POST",status="201"} 1',
      'tango_http_request_seconds_count{route="/api/leads",method="POST",status="200"} 1',
      'tango_http_request_seconds_count{route="/api/leads/:id",method="GET",status="200"} 1',
      'tango_http_request_seconds_count{route="none",method="GET",status="404"} 1',
    ]);
  });
}

it('a call that is repeated under its key brings no leads, and counts none', async () => {
  const server = await testServer('sqlite');
  const key = { 'idempotency-key': 'delivery-1' };
  for (const _ of [1, 2]) await server.post('/api/leads', { source: 'Web', name: 'Dana' }, key);
  const { body } = await server.get('/metrics', ANYBODY);
  expect(body).toContain('tango_leads_received_total{duplicate="false"} 1\n');
});
