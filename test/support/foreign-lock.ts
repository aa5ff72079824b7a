import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const HOLDER = fileURLToPath(new URL('./lock-holder.ts', import.meta.url));

/** Another process takes the write lock of the SQLite file. Returns the function that has it let go. */
export async function lockByOther(url: string): Promise<() => Promise<void>> {
  const holder = spawn(process.execPath, [HOLDER, url.slice('file:'.length)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void holder.kill('SIGKILL'));
  const exit = once(holder, 'exit');
  await once(holder.stdout, 'data');
  return async () => {
    holder.stdin.end();
    await exit;
  };
}
