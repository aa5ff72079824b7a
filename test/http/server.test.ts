import { once } from 'node:events';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { Router } from 'express';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createServer, type HttpServer } from '../../src/http/server.ts';
import { testContext } from '../support/context.ts';
import { readableLog, testLog } from '../support/test-log.ts';
import { TOKEN, testServer } from '../support/test-server.ts';

/** A server whose requests to /slack/events wait until they are let go. */
async function waitingServer(): Promise<{
  server: HttpServer;
  url: string;
  arrived: Promise<void>;
  letGo: () => void;
}> {
  const arrival = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const slack = Router();
  slack.post('/slack/events', async (_request, response) => {
    arrival.resolve();
    await gate.promise;
    response.send('done');
  });
  const server = await bareServer({ slack });
  const { url } = await server.listen();
  onTestFinished(() => server.close(0));
  return { server, url, arrived: arrival.promise, letGo: gate.resolve };
}

async function bareServer({ slack, port = 0 }: { slack?: Router; port?: number }): Promise<HttpServer> {
  return createServer({
    config: { host: '127.0.0.1', port, intakeToken: TOKEN },
    context: await testContext('sqlite'),
    log: testLog(),
    isDatabaseReady: () => true,
    slackProblem: () => null,
    ...(slack && { slack }),
  });
}

describe('the one server', () => {
  it('hands Slack’s requests on with their body unread', async () => {
    const slack = Router();
    slack.post('/slack/events', (request, response) => {
      request.setEncoding('utf8').on('data', (chunk) => response.end(`read ${chunk}`));
    });
    const server = await testServer('sqlite', { slack });
    expect((await server.post('/slack/events', 'payload=1')).body).toBe('read payload=1');
  });

  it('cuts off an answer that broke half-way, and prints nothing of the error but in its log', async () => {
    const slack = Router();
    slack.get('/slack/half', (_request, response) => {
      response.write('half');
      throw new Error('dana@harbour.example');
    });
    const { log, lines, text } = readableLog();
    const printed = vi.spyOn(console, 'error');
    onTestFinished(() => printed.mockRestore());
    const server = await testServer('sqlite', { slack, log });
    await expect(server.get('/slack/half')).rejects.toThrow();
    expect(lines()).toMatchObject([
      { msg: 'an answer broke off', route: '/slack/half', err: { name: 'Error' } },
    ]);
    expect(text()).not.toContain('dana');
    expect(printed).not.toHaveBeenCalled();
  });

  it('does not say what it is made of', async () => {
    const server = await testServer('sqlite');
    const { headers } = await server.get('/healthz');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('says clearly that its port is taken', async () => {
    const other = createTcpServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const server = await bareServer({ port });
    await expect(server.listen()).rejects.toThrow(
      `Cannot listen on 127.0.0.1 port ${port}: another program listens there already. Stop it, or set PORT to a free port.`,
    );
  });
});

describe('closing', () => {
  it.each(['new', 'kept alive'])(
    'serves a request that lies there unread on a connection that is %s, because the process was busy while it closed',
    async (kind) => {
      const server = await bareServer({});
      const { port } = await server.listen();
      const socket = connect(port, '127.0.0.1').setEncoding('utf8');
      let said = '';
      socket.on('data', (text) => {
        said += text;
      });
      const ended = once(socket, 'end');
      await once(socket, 'connect');
      const ask = () => socket.write('GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n');
      if (kind === 'kept alive') {
        ask();
        await once(socket, 'data');
      }
      said = '';
      const closed = server.close();
      ask();
      // Longer than anybody is waited for.
      for (const end = performance.now() + 400; performance.now() < end; );
      await ended;
      expect(said).toMatch(/^HTTP\/1\.1 200 /);
      await closed;
    },
  );

  it('finishes what is under way and takes no new connection', async () => {
    const { server, url, arrived, letGo } = await waitingServer();
    const underWay = fetch(`${url}/slack/events`, { method: 'POST' });
    await arrived;
    const closed = server.close();
    const isRefused = () =>
      fetch(`${url}/healthz`, { headers: { connection: 'close' } }).then(
        () => false,
        () => true,
      );
    // Whoever comes at that very moment is served.
    await vi.waitUntil(isRefused);
    letGo();
    expect(await (await underWay).text()).toBe('done');
    await closed;
  });

  it('serves a request on a connection that nobody had taken when it closed', async () => {
    const server = await bareServer({});
    const { port } = await server.listen();
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    // By now the operating system has made it, and the server has not seen it.
    await new Promise<void>((resolve) => process.nextTick(resolve));
    const closed = server.close();
    const said = socket.toArray();
    socket.write('GET /healthz HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n');
    expect((await said).join('')).toMatch(/^HTTP\/1\.1 200 /);
    await closed;
  });

  it('cuts off what does not finish in time', async () => {
    const { server, url, arrived } = await waitingServer();
    const underWay = fetch(`${url}/slack/events`, { method: 'POST' });
    const cut = expect(underWay).rejects.toThrow();
    await arrived;
    await server.close(20);
    await cut;
  });

  it('does not wait for connections that are kept alive or never say anything', async () => {
    const server = await bareServer({});
    const { url, port } = await server.listen();
    await (await fetch(`${url}/healthz`)).text();
    const silent = connect(port, '127.0.0.1');
    await new Promise((resolve) => silent.once('connect', resolve));
    silent.on('error', () => undefined);
    await server.close();
    await server.close();
  }, 3_000);
});
