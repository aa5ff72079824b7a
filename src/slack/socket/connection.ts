/**
 * One connection to Slack. It is one only once Slack has greeted us. From then on it tells what comes, and that it has ended, once: by
 * Slack, by us, or because nobody answers at the other end any more.
 */
import { type ClientOptions, WebSocket } from 'ws';
import { type Frame, readFrame } from './frames.ts';
import { ConnectionError } from './limit.ts';
import type { SocketTimings } from './timings.ts';

export interface ConnectionListener {
  /** Resolves, and never rejects, when what it asks for is done. */
  heard(frame: Exclude<Frame, { kind: 'hello' }>, connection: Connection): Promise<void>;
  ended(code: string, connection: Connection): void;
}

interface Options {
  timings: SocketTimings;
  listener: ConnectionListener;
}

/** More than any payload of Slack's. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Resolves when Slack has greeted us; rejects with ConnectionError. */
export function openConnection(url: string, options: Options): Promise<Connection> {
  const { upgrade, hello } = options.timings;
  return new Promise((resolve, reject) => {
    const socket = createSocket(url, options.timings.close);
    const fail = (code: string, cause?: unknown) => {
      clearTimeout(timer);
      reject(new ConnectionError(code, cause));
      socket.terminate();
    };
    let timer = setTimeout(fail, upgrade, 'upgrade_timeout');
    socket.once('open', () => {
      clearTimeout(timer);
      timer = setTimeout(fail, hello, 'hello_timeout');
    });
    socket.on('error', (error) => fail(codeOf(error), error));
    socket.once('unexpected-response', (_request, response) => fail(`http_${response.statusCode ?? 0}`));
    socket.once('close', (status) => fail(`closed_${status}`));
    socket.on('message', (data) => {
      const frame = readFrame(String(data));
      if (frame.kind === 'disconnect') fail(frame.reason);
      if (frame.kind !== 'hello') return;
      clearTimeout(timer);
      socket.removeAllListeners();
      resolve(new Connection(socket, options));
    });
  });
}

export class Connection {
  /** Slack has said that it ends: another one is to take its place. */
  isLeaving = false;
  #underWay = 0;
  #mayClose = false;
  readonly openedAt = performance.now();
  readonly #socket: WebSocket;
  readonly #options: Options;
  readonly #pinging: NodeJS.Timeout;
  #awaitedPong: NodeJS.Timeout | undefined;
  #hasEnded = false;

  constructor(socket: WebSocket, options: Options) {
    this.#socket = socket;
    this.#options = options;
    this.#pinging = setInterval(() => this.#ping(), options.timings.ping);
    socket.on('error', (error) => this.#end(codeOf(error)));
    socket.on('close', (status) => this.#end(`closed_${status}`));
    // Whatever comes is a sign of life.
    socket.on('pong', () => this.#isAlive());
    socket.on('ping', () => this.#isAlive());
    socket.on('message', (data, isBinary) => this.#receive(isBinary ? '' : String(data)));
  }

  /** False: the connection has gone, and Slack will tell the person that it did not go through. */
  acknowledge(envelopeId: string, payload: unknown): boolean {
    if (!this.isOpen) return false;
    const said = typeof payload === 'string' ? { text: payload } : (payload ?? {});
    this.#socket.send(JSON.stringify({ envelope_id: envelopeId, payload: said }), () => undefined);
    return true;
  }

  get isOpen(): boolean {
    return !this.#hasEnded && this.#socket.readyState === WebSocket.OPEN;
  }

  /**
   * Another one is open: served a little longer, and closed by us before Slack does. A click that Slack sends at that very moment would be
   * lost, so it is the moment after one has been served; where none comes, a quiet one.
   */
  leave(): void {
    const { leave } = this.#options.timings;
    const quiet = () => this.#closeIfIdle();
    const allow = () => {
      this.#mayClose = true;
      setTimeout(quiet, leave).unref();
    };
    setTimeout(allow, leave).unref();
  }

  /** What still comes is left unanswered. */
  close(): void {
    if (this.#hasEnded) return;
    this.#socket.close(1000);
    this.#end('closed_by_us');
  }

  #receive(text: string): void {
    if (this.#hasEnded) return;
    this.#isAlive();
    const frame = readFrame(text);
    if (frame.kind !== 'hello') void this.#serve(frame);
  }

  async #serve(frame: Exclude<Frame, { kind: 'hello' }>): Promise<void> {
    this.#underWay += 1;
    await this.#options.listener.heard(frame, this);
    this.#underWay -= 1;
    this.#closeIfIdle();
  }

  #closeIfIdle(): void {
    if (this.#mayClose && this.#underWay === 0) this.close();
  }

  #ping(): void {
    if (this.#awaitedPong || !this.isOpen) return;
    this.#socket.ping(() => undefined);
    // Where it was we who were busy, the answer lies there unread: it is read before anybody is given up.
    const giveUp = () => setImmediate(() => this.#giveUp());
    this.#awaitedPong = setTimeout(giveUp, this.#options.timings.pong);
  }

  #giveUp(): void {
    if (!this.#awaitedPong) return;
    this.#socket.terminate();
    this.#end('no_pong');
  }

  #isAlive(): void {
    clearTimeout(this.#awaitedPong);
    this.#awaitedPong = undefined;
  }

  #end(code: string): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    clearInterval(this.#pinging);
    this.#isAlive();
    // Until the other end has agreed, an error may still come, and one that nobody listens to would end the process.
    this.#socket.removeAllListeners('message');
    if (code !== 'closed_by_us') this.#socket.terminate();
    this.#options.listener.ended(code, this);
  }
}

/** Slack may leave its side of a closed connection open for long: then it is cut off. */
function createSocket(url: string, closeTimeout: number): WebSocket {
  try {
    const limits = { maxPayload: MOST_BYTES, closeTimeout } satisfies ClientOptions & {
      closeTimeout: number;
    };
    return new WebSocket(url, { ...limits, perMessageDeflate: false });
  } catch (thrown) {
    throw new ConnectionError('malformed_address', thrown);
  }
}

function codeOf(error: Error & { code?: unknown }): string {
  return typeof error.code === 'string' ? error.code : 'socket_error';
}
