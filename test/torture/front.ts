/**
 * What stands before the bots, as a load balancer does that is set up as docs/operating.md says: requests go to one of them in turn, and to the
 * next one after a connection that was refused or broke off without an answer, and after 503. nginx documents it of `proxy_next_upstream error
 * http_503 non_idempotent` (ngx_http_proxy_module): an error "while establishing a connection with the server, passing a request to it, or
 * reading the response header". So a person's click survives a replica that stops. It is also where requests are cut, delayed and delivered twice.
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type FrontFault = 'cut_before' | 'cut_after' | 'delivered_twice' | 'out_of_order' | 'delayed';

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** A sender that says so is not able to tell a repetition apart: its request is not delivered twice. */
export const DELIVERED_ONCE = 'x-delivered-once';

/** Slack waits for 3 s. */
const LONGEST_DELAY_MS = 1_500;

export class Front {
  readonly #server = createServer((incoming, outgoing) => void this.#serve(incoming, outgoing));
  readonly #faults: FrontFault[] = [];
  readonly #below: (limit: number) => number;
  readonly #happened: (fault: FrontFault) => void;
  #ports: readonly number[] = [];
  #turn = 0;
  #passed: (() => void)[] = [];

  constructor(below: (limit: number) => number, happened: (fault: FrontFault) => void) {
    this.#below = below;
    this.#happened = happened;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Where the bots listen, whether they do now or not. */
  sendTo(ports: readonly number[]): void {
    this.#ports = ports;
  }

  next(fault: FrontFault, times = 1): void {
    for (let n = 0; n < times; n++) this.#faults.push(fault);
  }

  clear(): void {
    this.#faults.length = 0;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      const body = Buffer.concat(await incoming.toArray());
      const fault = incoming.method === 'POST' ? this.#faultFor(incoming) : undefined;
      if (fault === 'cut_before') return void outgoing.destroy();
      const answer = await this.#deliver(incoming, body, fault);
      for (const pass of this.#passed.splice(0)) pass();
      if (fault === 'cut_after') return void outgoing.destroy();
      outgoing.writeHead(answer.status, answer.headers).end(answer.body);
    } catch {
      // Whoever asked is gone, or no bot took it.
      outgoing.destroy();
    }
  }

  #faultFor({ headers }: IncomingMessage): FrontFault | undefined {
    const at = this.#faults.findIndex((fault) => fault !== 'delivered_twice' || !(DELIVERED_ONCE in headers));
    if (at < 0) return undefined;
    const [fault] = this.#faults.splice(at, 1);
    if (fault) this.#happened(fault);
    return fault;
  }

  async #deliver(incoming: IncomingMessage, body: Buffer, fault: FrontFault | undefined): Promise<Answer> {
    if (fault === 'delayed') await pause(this.#below(LONGEST_DELAY_MS));
    if (fault === 'out_of_order') await this.#anotherPassed();
    if (fault === 'delivered_twice') {
      const [first] = await Promise.all([this.#toOneOf(incoming, body), this.#toOneOf(incoming, body)]);
      return first;
    }
    return this.#toOneOf(incoming, body);
  }

  #anotherPassed(): Promise<unknown> {
    const other = new Promise<void>((resolve) => this.#passed.push(resolve));
    return Promise.race([other, pause(LONGEST_DELAY_MS)]);
  }

  async #toOneOf(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    this.#turn += 1;
    let last: Answer | undefined;
    for (let n = 0; n < this.#ports.length; n++) {
      const port = this.#ports[(this.#turn + n) % this.#ports.length] ?? 0;
      const answer = await ask(port, incoming, body).catch(() => null);
      if (answer !== null) last = answer;
      if (last && last.status !== 503) return last;
    }
    return last ?? { status: 502, headers: {}, body: Buffer.alloc(0) };
  }
}

function ask(port: number, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', path: url, method, headers, agent: false };
    const outgoing = request(options, (answer) => {
      answer
        .toArray()
        .then((chunks) =>
          resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) }),
        )
        .catch(reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
