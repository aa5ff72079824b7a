import type { SocketSwitch } from './delivery/socket-faults.ts';

/** How a call of the Web API can go wrong. "after" means that Slack did what was asked and the bot never hears. */
export type ApiFault =
  | { kind: 'rate_limited'; retryAfterSeconds: number }
  | { kind: 'server_error'; status?: number }
  | { kind: 'timeout_before' }
  | { kind: 'timeout_after' }
  | { kind: 'reset_before' }
  | { kind: 'reset_after' }
  | { kind: 'reset_mid_body' }
  | { kind: 'slow'; ms: number }
  | { kind: 'slow_body'; ms: number }
  | { kind: 'html' }
  | { kind: 'error'; error: string };

interface Rule {
  method: string;
  fault: ApiFault;
  times: number;
}

/** Trouble on demand. A method is a name such as `chat.postMessage`, or `*` for all. */
export class Faults {
  #rules: Rule[] = [];
  readonly #switches = new Map<string, () => void>();
  #duplicates = 0;
  #lostAnswers = 0;
  #isOut = false;
  /** Of Socket Mode. */
  readonly sockets: SocketSwitch;
  readonly #onChange: () => void;

  constructor(onChange: () => void, sockets: SocketSwitch) {
    this.#onChange = onChange;
    this.sockets = sockets;
  }

  /** The next calls of a method fail this way. */
  next(method: string, fault: ApiFault, times = 1): void {
    this.#rules.push({ method, fault, times });
  }

  /** All calls of a method fail this way until the returned function is called. */
  during(method: string, fault: ApiFault): () => void {
    const rule = { method, fault, times: Number.POSITIVE_INFINITY };
    this.#rules.push(rule);
    return () => {
      this.#rules = this.#rules.filter((other) => other !== rule);
    };
  }

  /** A fault of all calls, under a name; undefined switches it off. */
  setOn(name: string, fault: ApiFault | undefined): void {
    this.#switches.get(name)?.();
    this.#switches.delete(name);
    if (fault !== undefined) this.#switches.set(name, this.during('*', fault));
    this.#onChange();
  }

  isOn(name: string): boolean {
    return this.#switches.has(name);
  }

  /** The next events arrive twice. */
  duplicateEvents(times = 1): void {
    this.#duplicates += times;
  }

  /** What the bot answers to the next clicks, modals and commands is lost on its way back: the person is told that it did not work. */
  loseAnswers(times = 1): void {
    this.#lostAnswers += times;
  }

  /** Slack is gone: sockets drop, connections are reset, nothing is delivered. */
  outage(on: boolean): void {
    this.#isOut = on;
    this.sockets.refuse(on);
    if (on) this.sockets.drop();
    this.#onChange();
  }

  get isOut(): boolean {
    return this.#isOut;
  }

  clear(): void {
    this.#rules = [];
    this.#switches.clear();
    this.#duplicates = 0;
    this.sockets.clear();
    this.#lostAnswers = 0;
    if (this.#isOut) this.outage(false);
  }

  take(method: string): ApiFault | undefined {
    const rule = this.#rules.find((candidate) => candidate.method === method || candidate.method === '*');
    if (rule === undefined) return undefined;
    rule.times -= 1;
    if (rule.times <= 0) this.#rules = this.#rules.filter((other) => other !== rule);
    return rule.fault;
  }

  takeLostAnswer(): boolean {
    if (this.#lostAnswers === 0) return false;
    this.#lostAnswers -= 1;
    return true;
  }

  takeDuplicate(): boolean {
    if (this.#duplicates === 0) return false;
    this.#duplicates -= 1;
    return true;
  }
}
