/** Programs under measurement: processes of their own, with what the kernel (Linux) says they cost. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The kernel counts processor time in hundredths of a second. */
const TICK_MS = 10;
const MIB = 1024;

export interface Program {
  pid: number;
  /** Answers like a shell: 128 and more where a signal ended it. */
  exit: Promise<number>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** While it is not its turn a bot stands still: what it has left to do must not weigh on the baseline, which has nothing left to do. */
export async function inTurn<T>({ pid }: Pick<Program, 'pid'>, work: () => Promise<T>): Promise<T> {
  process.kill(pid, 'SIGCONT');
  const result = await work();
  process.kill(pid, 'SIGSTOP');
  return result;
}

/** In the project's folder, with the project's Node and nothing else of our environment. */
export function startProgram(command: string, env: Record<string, string> = {}): Program {
  const path = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
  // What a bot says of itself is not ours; that it died is.
  const child = spawn('sh', ['-c', `exec ${command}`], {
    env: { PATH: path, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const exit = once(child, 'exit').then(([code]) => {
    process.removeListener('exit', kill);
    return (code as number | null) ?? 128;
  });
  return {
    pid: child.pid ?? 0,
    exit,
    stop: async (signal = 'SIGKILL') => {
      if (isRunning(child)) {
        child.kill('SIGCONT');
        child.kill(signal);
      }
      await exit;
    },
  };
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** As the package says that it starts. */
export const startCommand: string = JSON.parse(readFileSync('package.json', 'utf8')).scripts.start.replace(
  /^exec /,
  '',
);

/** Milliseconds until its `/readyz` answers 200. */
export async function untilReady(program: Program, url: string): Promise<number> {
  const start = performance.now();
  let hasEnded = false;
  void program.exit.then(() => {
    hasEnded = true;
  });
  while (!hasEnded) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return performance.now() - start;
    await pause(5);
  }
  throw new Error('The program ended before it was ready');
}

/** Of all that it is made of: PostgreSQL works in children, of which some have ended. */
export function cpuOf({ pid }: Pick<Program, 'pid'>): number {
  const [own = 0, ...others] = familyOf(pid).map((member) => {
    const { fields } = statOf(member);
    return Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]);
  });
  return others.reduce((sum, ticks) => sum + ticks, own) * TICK_MS;
}

/** Of all children of ours that have ended. */
export function cpuOfEnded(): number {
  const { fields } = statOf(process.pid);
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS;
}

/** MiB of memory that it holds now, or has held at most. */
export function memoryOf({ pid }: Pick<Program, 'pid'>, what: 'VmRSS' | 'VmHWM'): number {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(text)?.[1]) / MIB;
}

function statOf(pid: number): { fields: string[] } {
  return { fields: readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [] };
}

function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      parents.set(Number(name), Number(statOf(Number(name)).fields[1]));
    } catch {
      // It has ended between the two looks.
    }
  }
  const family = [pid];
  for (const member of family) {
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  }
  return family;
}

export function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
