import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { WebClient } from '@slack/web-api';
import { expect, it, onTestFinished } from 'vitest';

it('the emulator runs by itself, says what a bot needs, and Ctrl-C stops it cleanly', async () => {
  const main = fileURLToPath(new URL('../../emulator/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], { env: { ...process.env, PORT: '0' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await expect.poll(() => said, { timeout: 20_000 }).toContain('Ctrl-C stops it.');
  const env = Object.fromEntries(
    [...said.matchAll(/^ {2}(\w+)=(.+)$/gm)].map(([, name, value]) => [name, value]),
  );
  expect(Object.keys(env)).toEqual(['SLACK_API_URL', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']);
  const client = new WebClient(env.SLACK_BOT_TOKEN, { slackApiUrl: env.SLACK_API_URL! });
  expect(await client.auth.test()).toMatchObject({ ok: true, user_id: 'U_TANGO' });
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
