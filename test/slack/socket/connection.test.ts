import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Connection, openConnection } from '../../../src/slack/socket/connection.ts';
import type { Frame } from '../../../src/slack/socket/frames.ts';
import { QUICK } from '../../support/slack-timings.ts';

const HELLO = '{"type":"hello"}';
const CLICK = '{"type":"interactive","envelope_id":"e-1","payload":{"type":"block_actions"}}';
const TIMINGS = { ...QUICK.socket, ping: 50, pong: 200 };

async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Another end that does with a connection what a test asks for. */
function slack(welcome: (socket: WebSocket) => void): Promise<string> {
  const server = createServer();
  new WebSocketServer({ server }).on('connection', welcome);
  return listening(server);
}

async function open(url: string) {
  const heard: Frame[] = [];
  const ended = Promise.withResolvers<string>();
  const listener = {
    heard: async (frame: Frame) => void heard.push(frame),
    ended: (code: string) => ended.resolve(code),
  };
  const connection = await openConnection(url, { timings: TIMINGS, listener });
  onTestFinished(() => connection.close());
  return { connection, heard, ended: ended.promise };
}

const code = (url: string) =>
  open(url).then(
    () => 'open',
    (error: { code: string }) => error.code,
  );

it.each(['nonsense', 'ws://', 'ftp://127.0.0.1/', 'ws://127.0.0.1/#part'])(
  'an address that is none is a failure like any other: %s',
  async (url) => expect(await code(url)).toBe('malformed_address'),
);

it('nobody listens, and something else than Slack answers', async () => {
  expect(await code('ws://127.0.0.1:1/')).toBe('ECONNREFUSED');
  expect(await code('ws://slack.invalid/')).toMatch(/^E/);
  expect(await code(await listening(createServer((_, response) => response.end('hello'))))).toBe('http_200');
  expect(await code(await listening(createServer((request) => request.socket.destroy())))).toBe('ECONNRESET');
});

it('Slack closes before it has greeted, or says why it will not greet', async () => {
  expect(await code(await slack((socket) => socket.close(1011)))).toBe('closed_1011');
  const tooMany = '{"type":"disconnect","reason":"too_many_websockets"}';
  expect(await code(await slack((socket) => socket.send(tooMany)))).toBe('too_many_websockets');
  expect(await code(await slack((socket) => socket.send('nonsense')))).toBe('hello_timeout');
});

it('what comes together with the greeting is heard', async () => {
  const { heard } = await open(
    await slack((socket) => {
      socket.send(HELLO);
      socket.send(CLICK);
    }),
  );
  await expect.poll(() => heard).toMatchObject([{ kind: 'envelope', envelope: { id: 'e-1' } }]);
});

it('an answer goes out as Slack wants it; after the end there is none, and nobody is hurt', async () => {
  const said: string[] = [];
  const url = await slack((socket) => {
    socket.send(HELLO);
    socket.on('message', (data) => said.push(String(data)));
  });
  const { connection, ended } = await open(url);
  const sent = [undefined, 'a sentence', { response_action: 'clear' }].map((payload, n) =>
    connection.acknowledge(`e-${n}`, payload),
  );
  expect(sent).toEqual([true, true, true]);
  await expect
    .poll(() => said)
    .toEqual([
      '{"envelope_id":"e-0","payload":{}}',
      '{"envelope_id":"e-1","payload":{"text":"a sentence"}}',
      '{"envelope_id":"e-2","payload":{"response_action":"clear"}}',
    ]);
  connection.close();
  expect(await ended).toBe('closed_by_us');
  expect([connection.isOpen, connection.acknowledge('e-3', undefined)]).toEqual([false, false]);
});

it('a connection that Slack closes without letting go of the line has ended soon', async () => {
  const url = await slack((socket) => {
    socket.send(HELLO);
    // The frame of a close, written by hand: nobody on this side ends the connection after it.
    (socket as unknown as { _socket: Socket })._socket.write(Buffer.from([0x88, 0x02, 0x03, 0xe8]));
  });
  const { connection, ended } = await open(url);
  const began = performance.now();
  await expect.poll(() => connection.isOpen).toBe(false);
  expect(await ended).toMatch(/^closed_/);
  expect(performance.now() - began).toBeLessThan(TIMINGS.close + 1_000);
});

it('nobody answers at the other end: it is given up; whoever answers late because we were busy is not', async () => {
  const silent = await slack((socket) => {
    socket.send(HELLO);
    (socket as unknown as { _socket: Socket })._socket.pause();
  });
  expect(await (await open(silent)).ended).toBe('no_pong');

  const { connection } = await open(await slack((socket) => socket.send(HELLO)));
  const until = performance.now() + 3 * (TIMINGS.ping + TIMINGS.pong);
  // Busy between two moments in which answers could be read, again and again.
  while (performance.now() < until) {
    busy(TIMINGS.pong * 1.5);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, TIMINGS.ping));
  expect(connection.isOpen).toBe(true);
});

function busy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

it('a connection that is left is closed after what came by it is done', async () => {
  const gate = Promise.withResolvers<void>();
  const url = await slack((socket) => {
    socket.send(HELLO);
    socket.send(CLICK);
  });
  const ended: string[] = [];
  let served: Connection | undefined;
  const listener = {
    heard: async (_frame: Frame, connection: Connection) => {
      served = connection;
      await gate.promise;
    },
    ended: (code: string) => void ended.push(code),
  };
  const connection = await openConnection(url, { timings: TIMINGS, listener });
  await expect.poll(() => served).toBe(connection);
  connection.leave();
  await new Promise((resolve) => setTimeout(resolve, 4 * TIMINGS.leave));
  expect(ended).toEqual([]);
  gate.resolve();
  await expect.poll(() => ended).toEqual(['closed_by_us']);
});
