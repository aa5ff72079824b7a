/**
 * The least of a Slack that a bot can run against: says yes to every call at once, and opens sockets. It keeps what was posted, so that its
 * buttons can be clicked. The emulator is a better Slack, and would be measured with the bot.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type WebSocket, WebSocketServer } from 'ws';

export interface Posted {
  channel: string;
  ts: string;
  blocks: unknown[];
}

export interface BareSlack {
  apiUrl: string;
  posted: Posted[];
  hasSocket(): boolean;
  /** Resolves when the bot has acknowledged. */
  send(payload: object): Promise<void>;
  stop(): Promise<void>;
}

export async function startBareSlack(): Promise<BareSlack> {
  const posted: Posted[] = [];
  const waiting = new Map<string, () => void>();
  const sockets = new WebSocketServer({ noServer: true });
  let url = '';
  const server = createServer((request, response) => {
    void answerTo(request, posted, url).then((answer) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, ...answer }));
    });
  });
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (opened) => greet(opened, waiting)),
  );
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  let sent = 0;
  return {
    apiUrl: `http://${url}/api/`,
    posted,
    hasSocket: () => sockets.clients.size > 0,
    send: (payload) => {
      const id = `envelope-${sent++}`;
      const [socket] = sockets.clients;
      if (!socket) throw new Error('No bot has opened a socket');
      const done = new Promise<void>((resolve) => waiting.set(id, resolve));
      const frame = { type: 'interactive', envelope_id: id, accepts_response_payload: true, payload };
      socket.send(JSON.stringify(frame));
      return done;
    },
    stop: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function greet(socket: WebSocket, waiting: Map<string, () => void>): void {
  socket.on('message', (data) => {
    const { envelope_id: id } = JSON.parse(String(data)) as { envelope_id: string };
    waiting.get(id)?.();
    waiting.delete(id);
  });
  socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A_BENCH' } }));
}

let messages = 0;

async function answerTo(request: IncomingMessage, posted: Posted[], url: string): Promise<object> {
  const body = new URLSearchParams(await text(request));
  const channel = body.get('channel') ?? '';
  switch (request.url?.replace('/api/', '')) {
    case 'auth.test':
      return { team_id: 'T_BENCH', user_id: 'U_TANGO', bot_id: 'B_TANGO' };
    case 'apps.connections.open':
      return { url: `ws://${url}/` };
    case 'users.info':
      return { user: { id: body.get('user'), name: 'rep', team_id: 'T_BENCH', tz: 'Europe/Berlin' } };
    case 'conversations.info':
      return { channel: { id: channel, is_ext_shared: false } };
    case 'chat.postMessage': {
      const ts = `1790000000.${String(++messages).padStart(6, '0')}`;
      posted.push({ channel, ts, blocks: JSON.parse(body.get('blocks') ?? '[]') });
      return { channel, ts };
    }
    default:
      return { view: { id: 'V_BENCH' } };
  }
}
