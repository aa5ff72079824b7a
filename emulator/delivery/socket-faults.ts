import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** Why Slack ends a connection: it is due, it will be in about ten seconds, or Socket Mode was switched off. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

/** How a connection can go wrong, or end as Slack documents it. */
export interface SocketSwitch {
  /** Breaks off all that are open, without a word. */
  drop(): void;
  /** Tells all that are open, and closes them after so long; those that are opened meanwhile stay. */
  disconnect(reason: DisconnectReason, closeAfterMs?: number): void;
  /** New ones are answered 403. */
  refuse(on: boolean): void;
  /** New ones are opened and never greeted. */
  withholdHello(on: boolean): void;
  /** The request to open one is never answered. */
  withholdUpgrade(on: boolean): void;
  /** Half-open: on Slack's side all that are open stay so, and nothing gets through any more, in either direction. */
  goSilent(): void;
  /** A frame as it stands, to all that are open. */
  sendFrame(frame: string): void;
  /** Ends what was withheld. */
  clear(): void;
}

/** From the warning to the end, as documented. After `refresh_requested` there is hardly a pause. */
const CLOSE_AFTER_MS: Record<DisconnectReason, number> = {
  warning: 10_000,
  refresh_requested: 1_000,
  link_disabled: 0,
};

export class SocketFaults implements SocketSwitch {
  isRefusing = false;
  isHelloWithheld = false;
  readonly #sockets: readonly WebSocket[];
  readonly #silent = new WeakSet<WebSocket>();
  readonly #unanswered = new Set<Duplex>();
  #isUpgradeWithheld = false;

  constructor(sockets: readonly WebSocket[]) {
    this.#sockets = sockets;
  }

  drop(): void {
    for (const socket of [...this.#sockets]) socket.terminate();
  }

  disconnect(reason: DisconnectReason, closeAfterMs = CLOSE_AFTER_MS[reason]): void {
    const told = [...this.#sockets];
    this.sendFrame(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'emulator' } }));
    const end = () => {
      for (const socket of told) socket.close(1000);
    };
    setTimeout(end, closeAfterMs).unref();
  }

  refuse(on: boolean): void {
    this.isRefusing = on;
  }

  withholdHello(on: boolean): void {
    this.isHelloWithheld = on;
  }

  withholdUpgrade(on: boolean): void {
    this.#isUpgradeWithheld = on;
    if (!on) this.stop();
  }

  goSilent(): void {
    for (const socket of this.#sockets) this.#silent.add(socket);
  }

  isSilent(socket: WebSocket): boolean {
    return this.#silent.has(socket);
  }

  sendFrame(frame: string): void {
    for (const socket of this.#sockets) socket.send(frame);
  }

  /** True: nobody will answer this request. */
  withholds(request: Duplex): boolean {
    if (!this.#isUpgradeWithheld) return false;
    this.#unanswered.add(request.on('error', () => undefined));
    request.once('close', () => this.#unanswered.delete(request));
    return true;
  }

  clear(): void {
    this.isHelloWithheld = false;
    this.withholdUpgrade(false);
  }

  stop(): void {
    for (const request of this.#unanswered) request.destroy();
  }
}
