import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Config } from '../../src/config.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests start many of them: each need not compile the same code. */
const COMPILED = join(tmpdir(), 'tango-compiled');

interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface BotProcess {
  /** Where its HTTP listens, once it does; null when it ended before. */
  url: Promise<string | null>;
  exit: Promise<Exit>;
  /** Resolves with the next line of its log that matches. */
  logged(pattern: RegExp): Promise<RegExpExecArray>;
  /** What it wrote to stderr so far. */
  complaints(): string;
  signal(name: NodeJS.Signals): void;
}

/** With short waits of the outbox, for tests that kill it. */
export function spawnBot(config: Config): BotProcess {
  return watch([at('./bot-process.ts'), JSON.stringify(config)], {});
}

/** As `npm start` starts it. */
export function spawnMain(env: Record<string, string>): BotProcess {
  return watch([at('../../src/main.ts')], env);
}

/** The environment that says the same as a config of the tests. */
export function envOf({ slack, databaseUrl, http, firstStart }: Config): Record<string, string> {
  const secret: Record<string, string> =
    slack.mode.kind === 'socket'
      ? { SLACK_APP_TOKEN: slack.mode.appToken }
      : { SLACK_SIGNING_SECRET: slack.mode.signingSecret };
  return {
    ...secret,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: databaseUrl,
    PORT: '0',
    INTAKE_TOKEN: http.intakeToken ?? '',
    LEADS_CHANNEL: firstStart.leadsChannel ?? '',
  };
}

function watch(args: string[], env: Record<string, string>): BotProcess {
  const { PATH = '' } = process.env;
  const all = { PATH, NODE_COMPILE_CACHE: COMPILED, ...env };
  // Elsewhere, so that no .env of the machine's owner gets in.
  const child = spawn(process.execPath, args, { cwd: at('./'), env: all });
  const exit = once(child, 'exit').then(([code, signal]) => ({ code, signal }) as Exit);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const lines = createInterface({ input: child.stdout });
  const logged = (pattern: RegExp) => nextMatch(lines, pattern);
  // Told in the line that says that Tango is up.
  const url = logged(/"url":"([^"]+)"/).then((match) => match[1] ?? null);
  return {
    url: Promise.race([url, exit.then(() => null)]),
    exit,
    logged,
    complaints: () => complaints,
    signal: (name) => void child.kill(name),
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
