import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { NewId } from '../ids.ts';
import { asObject, parseJson } from '../json.ts';
import { ACKNOWLEDGE_WITHIN_MS, type Answer, type Envelope, type Transport } from './envelope.ts';
import { SocketFaults } from './socket-faults.ts';

interface Options {
  appId: string;
  newId: NewId;
  onChange: () => void;
}

interface Waiting {
  socket: WebSocket;
  settle: (answer: Answer) => void;
}

/** The client gives up 30 s after the last ping. */
const PING_EVERY_MS = 10_000;
const MOST_SOCKETS = 10;

/** Socket Mode: each payload goes to any one of the open sockets. */
export class SocketTransport implements Transport {
  readonly faults: SocketFaults;
  readonly #options: Options;
  readonly #server = new WebSocketServer({ noServer: true, autoPong: false });
  readonly #tickets = new Set<string>();
  readonly #sockets: WebSocket[] = [];
  readonly #waiting = new Map<string, Waiting>();
  readonly #pinging: NodeJS.Timeout;
  #turn = 0;

  constructor(options: Options) {
    this.#options = options;
    this.faults = new SocketFaults(this.#sockets);
    this.#pinging = setInterval(() => {
      for (const socket of this.#sockets) if (!this.faults.isSilent(socket)) socket.ping();
    }, PING_EVERY_MS);
    this.#pinging.unref();
  }

  get openSockets(): number {
    return this.#sockets.length;
  }

  isConnected(): boolean {
    return this.#sockets.length > 0;
  }

  /** A one-time ticket for the address that apps.connections.open hands out. */
  issueTicket(): string {
    const ticket = this.#options.newId('ticket');
    this.#tickets.add(ticket);
    return ticket;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.faults.withholds(socket)) return;
    const ticket = new URL(request.url ?? '', 'http://emulator').searchParams.get('ticket') ?? '';
    const isKnown = this.#tickets.delete(ticket);
    const isWelcome = isKnown && !this.faults.isRefusing && this.#sockets.length < MOST_SOCKETS;
    if (!isWelcome) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
  }

  send(envelope: Envelope): Promise<Answer> {
    this.#turn += 1;
    const open = this.#sockets.filter(({ readyState }) => readyState === WebSocket.OPEN);
    const socket = open[this.#turn % Math.max(open.length, 1)];
    if (socket === undefined) return Promise.resolve(lost('no socket is open'));
    const envelopeId = this.#options.newId('envelope');
    const answer = this.#awaitAnswer(envelopeId, socket);
    if (!this.faults.isSilent(socket)) socket.send(frameOf(envelope, envelopeId));
    return answer;
  }

  stop(): void {
    clearInterval(this.#pinging);
    this.faults.stop();
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    const { appId, onChange } = this.#options;
    socket.on('error', () => socket.terminate());
    // Without a hello there is no connection yet: it is given no payloads.
    if (this.faults.isHelloWithheld) return;
    this.#sockets.push(socket);
    socket.on('message', (data) => this.#receive(socket, String(data)));
    socket.on('ping', (data) => {
      if (!this.faults.isSilent(socket)) socket.pong(data);
    });
    socket.on('close', () => {
      this.#sockets.splice(this.#sockets.indexOf(socket), 1);
      this.#abandon(socket);
      onChange();
    });
    const hello = {
      type: 'hello',
      num_connections: this.#sockets.length,
      connection_info: { app_id: appId },
      // docs.slack.dev/apis/events-api/using-socket-mode, "Connecting to the WebSocket".
      debug_info: { host: 'emulator', build_number: 1, approximate_connection_time: 18_060 },
    };
    socket.send(JSON.stringify(hello));
    socket.ping();
    onChange();
  }

  #awaitAnswer(id: string, socket: WebSocket): Promise<Answer> {
    return new Promise((resolve) => {
      const settle = (answer: Answer) => {
        clearTimeout(limit);
        this.#waiting.delete(id);
        resolve(answer);
      };
      const detail = `no answer within ${ACKNOWLEDGE_WITHIN_MS} ms`;
      const late: Answer = { acknowledged: false, reason: 'http_timeout', detail };
      const limit = setTimeout(() => settle(late), ACKNOWLEDGE_WITHIN_MS);
      this.#waiting.set(id, { socket, settle });
    });
  }

  #receive(socket: WebSocket, text: string): void {
    if (this.faults.isSilent(socket)) return;
    const message = asObject(parseJson(text));
    const waiting = this.#waiting.get(String(message.envelope_id));
    // Slack's documents promise nothing for an answer through another socket than the payload came by.
    if (waiting?.socket === socket) waiting.settle({ acknowledged: true, body: message.payload });
  }

  #abandon(socket: WebSocket): void {
    for (const entry of [...this.#waiting.values()]) {
      if (entry.socket === socket) entry.settle(lost('the socket closed before the answer'));
    }
  }
}

function frameOf(envelope: Envelope, envelopeId: string): string {
  return JSON.stringify({
    type: envelope.kind,
    envelope_id: envelopeId,
    payload: envelope.payload,
    accepts_response_payload: envelope.kind !== 'events_api',
    ...(envelope.kind === 'events_api'
      ? { retry_attempt: envelope.retry?.num ?? 0, retry_reason: envelope.retry?.reason ?? '' }
      : {}),
  });
}

function lost(detail: string): Answer {
  return { acknowledged: false, reason: 'connection_failed', detail };
}
