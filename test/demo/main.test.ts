import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

it('says where it is open and nothing else, and Ctrl-C ends it at once and cleanly', async () => {
  const main = fileURLToPath(new URL('../../demo/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], { env: { ...process.env, PORT: '0' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  // Eight weeks are told before it opens; on two cores that run other tests as well they take three times as long as alone.
  await expect.poll(() => said, { timeout: 110_000 }).toContain('Ctrl-C stops it');
  const [address] = /http:\S+/.exec(said) ?? [];
  expect((await fetch(address!)).status).toBe(200);
  const pressedAt = performance.now();
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(performance.now() - pressedAt).toBeLessThan(3_000);
  expect(complaints).toBe('');
  expect(said.trim().split('\n').length).toBeLessThan(10);
}, 120_000);
