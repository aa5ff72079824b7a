/** The processes of the bot on one database: killed, stopped and started again. */
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Config } from '../../src/config.ts';
import type { BotOptions, BotOrder, Held } from '../support/bot-orders.ts';
import { type WatchedProcess, watchProcess } from '../support/watch-process.ts';

const PROGRAM = fileURLToPath(new URL('../support/bot-process.ts', import.meta.url));
/** After SIGTERM; then a supervisor kills. */
const STOP_WITHIN_MS = 15_000;
/** It takes one or two seconds, unless the machine is busy with other things. */
const START_WITHIN_MS = 90_000;

interface Bot {
  port: number;
  process: WatchedProcess;
  /** Nobody has asked it to end. */
  isWanted: boolean;
}

export class Bots {
  readonly #config: Config;
  readonly #options: BotOptions;
  readonly #folder: string;
  readonly #bots: Bot[] = [];
  /** What those said that ended by themselves. */
  readonly ended: string[] = [];

  constructor({ config, options, folder }: { config: Config; options: BotOptions; folder: string }) {
    this.#config = config;
    this.#options = { ...options };
    this.#folder = folder;
  }

  async start(count: number): Promise<void> {
    for (let n = 0; n < count; n++) {
      const port = await freePort();
      this.#bots.push({ port, process: this.#spawn(port), isWanted: true });
    }
    for (const bot of this.#bots) this.#watch(bot);
    await this.up();
  }

  get ports(): number[] {
    return this.#bots.map(({ port }) => port);
  }

  get count(): number {
    return this.#bots.length;
  }

  async kill(nth: number): Promise<void> {
    await this.#end(nth, 'SIGKILL');
  }

  /** As a supervisor stops it. */
  async stop(nth: number): Promise<void> {
    await Promise.race([this.#end(nth, 'SIGTERM'), pause(STOP_WITHIN_MS)]);
    await this.kill(nth);
  }

  restart(nth: number): void {
    const bot = this.#at(nth);
    bot.process = this.#spawn(bot.port);
    bot.isWanted = true;
    this.#watch(bot);
  }

  /** Of all of them, and of those that are started from now on. */
  async setClock(ahead: number): Promise<void> {
    this.#options.ahead = ahead;
    await this.tellAll({ order: 'clock', ahead });
  }

  async tellAll(order: BotOrder): Promise<void> {
    await Promise.all(this.#bots.map((_, nth) => this.tell(nth, order)));
  }

  /** Resolves when it is done, or its process has ended. */
  async tell(nth: number, order: BotOrder): Promise<void> {
    await this.#ask(nth, order);
  }

  /** What its process holds; it must be there. */
  async measure(nth: number): Promise<Held> {
    return (await this.#ask(nth, { order: 'measure' })) as Held;
  }

  async #ask(nth: number, order: BotOrder): Promise<unknown> {
    const { process } = this.#at(nth);
    if (!process.child.connected) return null;
    const answer = once(process.child, 'message').then(([message]) => message as unknown);
    process.child.send(order, () => undefined);
    return Promise.race([answer, process.exit]);
  }

  /** All of them listen. */
  async up(): Promise<void> {
    await Promise.all(this.#bots.map((bot) => this.#listens(bot)));
  }

  /** All of them say that they can act. */
  async ready(): Promise<void> {
    await Promise.all(
      this.#bots.map(({ port }) => until(() => isReady(port), `the bot on ${port} is ready`)),
    );
  }

  async endAll(): Promise<void> {
    await Promise.all(this.#bots.map((_, nth) => this.kill(nth)));
  }

  #at(nth: number): Bot {
    const bot = this.#bots[nth % this.#bots.length];
    if (!bot) throw new Error('there are no bots');
    return bot;
  }

  #spawn(port: number): WatchedProcess {
    const config = { ...this.#config, http: { ...this.#config.http, port } };
    const bot = watchProcess([PROGRAM, JSON.stringify(config), JSON.stringify(this.#options)], {});
    const log = join(this.#folder, `bot-${port}.log`);
    bot.child.stdout?.on('data', (chunk) => appendFileSync(log, chunk));
    bot.child.stderr?.on('data', (chunk) => appendFileSync(log, chunk));
    return bot;
  }

  /** Whoever ends by itself is a violation, and is started again as a supervisor would. */
  #watch(bot: Bot): void {
    const { process } = bot;
    void process.exit.then(({ code, signal }) => {
      if (!bot.isWanted || bot.process !== process) return;
      this.ended.push(`status ${code ?? signal}: ${process.complaints().slice(0, 400)}`);
      bot.process = this.#spawn(bot.port);
      this.#watch(bot);
    });
  }

  async #end(nth: number, signal: NodeJS.Signals): Promise<void> {
    const bot = this.#at(nth);
    bot.isWanted = false;
    bot.process.signal(signal);
    await bot.process.exit;
  }

  async #listens({ port }: Bot): Promise<void> {
    await until(() => isOpen(port), `a bot listens on ${port}; ${this.ended.join('; ')}`);
  }
}

async function until(isIt: () => Promise<boolean>, what: string): Promise<void> {
  const limit = performance.now() + START_WITHIN_MS;
  while (!(await isIt())) {
    if (performance.now() > limit) throw new Error(`waited in vain: ${what}`);
    await pause(50);
  }
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
  return answer?.status === 200;
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
