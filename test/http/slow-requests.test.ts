import { connect, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { REQUEST_TIMEOUT_MS } from '../../src/http/server.ts';
import { TOKEN, testServer } from '../support/test-server.ts';
import { WEBHOOKS } from '../support/webhooks.ts';

const SHORT_MS = 300;

async function dialled(url: string): Promise<{ socket: Socket; ended: Promise<string> }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk;
  });
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)));
  await new Promise((resolve) => socket.once('connect', resolve));
  return { socket, ended };
}

/** A byte every few milliseconds, for ever: each alone is in time. */
function drip(socket: Socket, byte: string): void {
  const timer = setInterval(() => socket.write(byte), 20);
  socket.once('close', () => clearInterval(timer));
}

const HEAD = 'Host: tango.example.com\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n';
const SLOW = {
  'in its headers': { head: 'GET /healthz HTTP/1.1\r\nHost: tango.example.com\r\nX-Slow: ', byte: 'x' },
  'in the body of a call': {
    head: `POST /api/leads HTTP/1.1\r\n${HEAD}Authorization: Bearer ${TOKEN}\r\n\r\n`,
    byte: ' ',
  },
  'in the body of a webhook': { head: `POST /intake/typeform HTTP/1.1\r\n${HEAD}\r\n`, byte: ' ' },
} as const;

it.each(Object.entries(SLOW))(
  'a request that is slow %s ends when its time is over',
  async (_where, { head, byte }) => {
    const server = await testServer('sqlite', { webhooks: WEBHOOKS, requestTimeoutMs: SHORT_MS });
    const { socket, ended } = await dialled(server.url);
    socket.write(head);
    drip(socket, byte);
    const answer = await ended;
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain('content-type: application/problem+json');
    expect(JSON.parse(answer.slice(answer.indexOf('{')))).toMatchObject({
      status: 408,
      title: 'Request Timeout',
    });
    expect((await server.get('/healthz')).status).toBe(200);
  },
  5_000,
);

it('many slow ones at once keep nobody else waiting', async () => {
  const server = await testServer('sqlite', { webhooks: WEBHOOKS, requestTimeoutMs: SHORT_MS });
  const slow = await Promise.all(Array.from({ length: 50 }, () => dialled(server.url)));
  for (const { socket } of slow) {
    socket.write(SLOW['in its headers'].head);
    drip(socket, 'x');
  }
  const body = JSON.stringify({ source: 'Web', name: 'Dana Whitfield' });
  expect((await server.post('/api/leads', body)).status).toBe(201);
  await Promise.all(slow.map(({ ended }) => ended));
  expect((await server.post('/api/leads', body)).status).toBe(201);
}, 5_000);

it.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
])('%s is answered like any other refusal', async (_what, text, status) => {
  const server = await testServer('sqlite');
  const { socket, ended } = await dialled(server.url);
  socket.write(text);
  const answer = await ended;
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(JSON.parse(answer.slice(answer.indexOf('{')))).toMatchObject({ type: 'about:blank', status });
});

it('half a minute is the time that a request has', () => {
  expect(REQUEST_TIMEOUT_MS).toBe(30_000);
});
