import { type SpawnOptionsWithoutStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const LAUNCHER = fileURLToPath(new URL('../../src/cli/tango.js', import.meta.url));

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** `tango …` as a process of its own, on a database of the test's own; no other variable of ours reaches it. */
export function commandLine(env: NodeJS.ProcessEnv = {}, cwd?: string): (...args: string[]) => Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'tango-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { PATH = '' } = process.env;
  const all = { PATH, DATABASE_URL: `file:${join(folder, 'tango.db')}`, ...env };
  return (...args) => run(args, { env: all, cwd });
}

function run(args: string[], options: SpawnOptionsWithoutStdio): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [LAUNCHER, ...args], options);
    const ran = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      ran.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      ran.stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...ran }));
  });
}
