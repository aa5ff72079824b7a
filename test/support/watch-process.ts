/** A process of ours, watched: where it listens, what it says, how it ends. Whoever starts it ends it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** Tests start many of them: each need not compile the same code. */
const COMPILED = join(tmpdir(), 'tango-compiled');

interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface WatchedProcess {
  /** Where its HTTP listens, once it does; null when it ended before. */
  url: Promise<string | null>;
  exit: Promise<Exit>;
  /** Resolves with the next line of its log that matches. */
  logged(pattern: RegExp): Promise<RegExpExecArray>;
  /** What it wrote to stderr so far. */
  complaints(): string;
  /** What it wrote to its log so far. */
  log(): string;
  signal(name: NodeJS.Signals): void;
  child: ChildProcess;
}

export function watchProcess(args: string[], env: Record<string, string>): WatchedProcess {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, args, {
    // Elsewhere, so that no .env of the machine's owner gets in.
    cwd: import.meta.dirname,
    env: { PATH, NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const exit = once(child, 'exit').then(([code, signal]) => ({ code, signal }) as Exit);
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('a process whose words nobody hears');
  let complaints = '';
  stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  let log = '';
  stdout.on('data', (chunk) => {
    log += chunk;
  });
  const lines = createInterface({ input: stdout });
  const logged = (pattern: RegExp) => nextMatch(lines, pattern);
  // Told in its first line.
  const url = logged(/"url":"([^"]+)"/).then((match) => match[1] ?? null);
  return {
    url: Promise.race([url, exit.then(() => null)]),
    exit,
    logged,
    complaints: () => complaints,
    log: () => log,
    signal: (name) => void child.kill(name),
    child,
  };
}

function nextMatch(lines: Interface, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve) => {
    const look = (line: string) => {
      const match = pattern.exec(line);
      if (!match) return;
      lines.off('line', look);
      resolve(match);
    };
    lines.on('line', look);
  });
}
