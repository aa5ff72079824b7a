import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { NewId } from '../ids.ts';
import { asObject, parseJson } from '../json.ts';
import { ACKNOWLEDGE_WITHIN_MS, type Answer, type Transport } from './envelope.ts';

export interface SocketTransport extends Transport {
  /** A one-time ticket for the address that apps.connections.open hands out. */
  issueTicket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  drop(): void;
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  refuse(refused: boolean): void;
  stop(): void;
}

/** The client gives up 30 s after the last ping. */
const PING_EVERY_MS = 10_000;
const MOST_SOCKETS = 10;

interface Waiting {
  socket: WebSocket;
  settle: (answer: Answer) => void;
}

/** Socket Mode: each payload goes to any one of the open sockets. */
export function createSocketTransport(options: {
  appId: string;
  newId: NewId;
  onChange: () => void;
}): SocketTransport {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets: WebSocket[] = [];
  const waiting = new Map<string, Waiting>();
  let turn = 0;
  let refused = false;

  const welcome = (socket: WebSocket) => {
    sockets.push(socket);
    socket.on('message', (data) => receive(String(data), waiting));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      sockets.splice(sockets.indexOf(socket), 1);
      abandon(socket, waiting);
      options.onChange();
    });
    const info = { app_id: options.appId };
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.length, connection_info: info }));
    socket.ping();
    options.onChange();
  };
  const pinging = setInterval(() => {
    for (const socket of sockets) socket.ping();
  }, PING_EVERY_MS);
  pinging.unref();

  return {
    isConnected: () => sockets.length > 0,
    issueTicket: () => {
      const ticket = options.newId('ticket');
      tickets.add(ticket);
      return ticket;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '', 'http://emulator').searchParams.get('ticket') ?? '';
      const isWelcome = tickets.delete(ticket) && !refused && sockets.length < MOST_SOCKETS;
      if (!isWelcome) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      server.handleUpgrade(request, socket, head, welcome);
    },
    send: (envelope) => {
      turn += 1;
      const socket = sockets[turn % Math.max(sockets.length, 1)];
      if (socket === undefined) return Promise.resolve(lost('no socket is open'));
      const envelopeId = options.newId('envelope');
      const message = {
        type: envelope.kind,
        envelope_id: envelopeId,
        payload: envelope.payload,
        accepts_response_payload: envelope.kind !== 'events_api',
        ...(envelope.kind === 'events_api'
          ? { retry_attempt: envelope.retry?.num ?? 0, retry_reason: envelope.retry?.reason ?? '' }
          : {}),
      };
      const answer = awaitAnswer(envelopeId, socket, waiting);
      socket.send(JSON.stringify(message));
      return answer;
    },
    drop: () => {
      for (const socket of [...sockets]) socket.terminate();
    },
    disconnect: (reason) => {
      const message = { type: 'disconnect', reason, debug_info: { host: 'emulator' } };
      for (const socket of sockets) socket.send(JSON.stringify(message));
    },
    refuse: (on) => {
      refused = on;
    },
    stop: () => {
      clearInterval(pinging);
      for (const socket of [...sockets]) socket.terminate();
      server.close();
    },
  };
}

function awaitAnswer(id: string, socket: WebSocket, waiting: Map<string, Waiting>): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      clearTimeout(limit);
      waiting.delete(id);
      resolve(answer);
    };
    const late: Answer = {
      acknowledged: false,
      reason: 'http_timeout',
      detail: `no answer within ${ACKNOWLEDGE_WITHIN_MS} ms`,
    };
    const limit = setTimeout(() => settle(late), ACKNOWLEDGE_WITHIN_MS);
    waiting.set(id, { socket, settle });
  });
}

function receive(text: string, waiting: Map<string, Waiting>): void {
  const message = asObject(parseJson(text));
  waiting.get(String(message.envelope_id))?.settle({ acknowledged: true, body: message.payload });
}

function abandon(socket: WebSocket, waiting: Map<string, Waiting>): void {
  for (const entry of [...waiting.values()]) {
    if (entry.socket === socket) entry.settle(lost('the socket closed before the answer'));
  }
}

function lost(detail: string): Answer {
  return { acknowledged: false, reason: 'connection_failed', detail };
}
