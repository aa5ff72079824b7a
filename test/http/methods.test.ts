import { expect, it } from 'vitest';
import { ask, testServer } from '../support/test-server.ts';
import { WEBHOOKS } from '../support/webhooks.ts';
import { startWorld } from '../support/world.ts';

const PROBLEM = 'application/problem+json; charset=utf-8';

const PATHS: readonly [path: string, allow: string, wrong: readonly string[]][] = [
  ['/healthz', 'GET, HEAD', ['PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS']],
  ['/readyz', 'GET, HEAD', ['PUT', 'POST']],
  ['/metrics', 'GET, HEAD', ['PUT', 'POST']],
  ['/api/leads', 'POST', ['GET', 'PUT', 'DELETE']],
  ['/api/scorecards/2026-W47', 'GET, HEAD', ['POST', 'PUT']],
  ['/intake/typeform', 'POST', ['GET', 'PUT']],
  ['/intake/meta', 'GET, HEAD, POST', ['PUT', 'DELETE']],
];

it.each(PATHS)('%s names the methods that it takes: %s', async (path, allow, wrong) => {
  const server = await testServer('sqlite', { webhooks: WEBHOOKS });
  const headers = { authorization: 'Bearer intake-token-of-the-tests' };
  for (const method of wrong) {
    const reply = await ask(server.url + path, { method, headers });
    expect([method, reply.status, reply.headers.get('allow'), reply.type]).toEqual([
      method,
      405,
      allow,
      PROBLEM,
    ]);
  }
});

it('Slack’s address takes POST alone, and exists in HTTP mode alone', async () => {
  const http = await startWorld({ mode: 'http' });
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const reply = await ask(`${http.bot.url}/slack/events`, { method });
    expect([method, reply.status, reply.headers.get('allow'), reply.type]).toEqual([
      method,
      405,
      'POST',
      PROBLEM,
    ]);
  }
  const socket = await startWorld({ mode: 'socket' });
  expect(await ask(`${socket.bot.url}/slack/events`, {})).toMatchObject({ status: 404, type: PROBLEM });
});

it('what watches over the process may ask for the head alone', async () => {
  const server = await testServer('sqlite');
  for (const path of ['/healthz', '/readyz', '/metrics'])
    expect(await ask(server.url + path, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
});
