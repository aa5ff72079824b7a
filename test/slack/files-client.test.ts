import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/start-emulator.ts';
import { createLogger } from '../../src/logger.ts';
import { SlackCallError } from '../../src/slack/failures.ts';
import { createFilesClient, readFile, type SlackFile } from '../../src/slack/files-client.ts';

const logger = createLogger('silent');
const MOST = 1_000;

async function workspace(changes: { token?: string } = {}) {
  const emulator = await startEmulator({ mode: 'http' });
  onTestFinished(() => emulator.stop());
  const folder = mkdtempSync(join(tmpdir(), 'tango-slack-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const token = changes.token ?? emulator.tokens.bot;
  const client = createFilesClient({ token, apiUrl: emulator.apiUrl, timeoutMs: 2_000, logger });
  const path = join(folder, 'file');
  const to = { path, most: MOST, signal: new AbortController().signal };
  const bring = (name: string, content: string) => emulator.as('U_ANA').upload(name, Buffer.from(content)).id;
  return { emulator, client, path, to, bring };
}

async function found(call: Promise<SlackFile | null>): Promise<SlackFile> {
  const file = await call;
  if (!file) throw new Error('There is no such file');
  return file;
}

describe('a file that somebody brought', () => {
  it('is found by its id, and laid down', async () => {
    const { client, path, to, bring } = await workspace();
    const file = await found(client.find(bring('leads.csv', 'name\nAna\n')));
    expect(file).toMatchObject({ name: 'leads.csv', size: 9, kind: 'file' });
    expect(await client.download(file, to)).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe('name\nAna\n');
  });

  it('is gone once it was deleted, before it is looked for or after', async () => {
    const { emulator, client, to, bring } = await workspace();
    const id = bring('leads.csv', 'name\n');
    const file = await found(client.find(id));
    emulator.workspace.files.delete(id);
    expect(await client.download(file, to)).toBe('gone');
    expect(await client.find(id)).toBeNull();
  });

  it('is not read where Slack shows its page for signing in', async () => {
    const { client, to, bring, emulator } = await workspace();
    const file = await found(client.find(bring('leads.csv', 'name\n')));
    const stranger = createFilesClient({ token: 'xoxb-other', apiUrl: emulator.apiUrl, logger });
    expect(await stranger.download(file, to)).toBe('not_allowed');
  });

  it('is not read beyond the limit, whatever Slack says of its size', async () => {
    const { client, to, bring } = await workspace();
    const file = await found(client.find(bring('leads.csv', 'a'.repeat(MOST + 1))));
    expect(await client.download(file, to)).toBe('too_large');
    expect(await client.download({ ...file, size: 1 }, to)).toBe('too_large');
  });

  it('is never fetched from elsewhere: the token is Slack’s', async () => {
    const { client, to, bring } = await workspace();
    const file = await found(client.find(bring('leads.csv', 'name\n')));
    for (const address of [
      'https://files.slack.com.evil.example/x',
      'http://files.slack.com/x',
      'https://10.0.0.1/x',
    ])
      await expect(client.download({ ...file, address }, to)).rejects.toThrow('file_elsewhere');
  });
});

it.each([
  [
    { id: 'F1', name: 'a.csv', mode: 'hosted' },
    { kind: 'file', name: 'a.csv' },
  ],
  [
    { id: 'F1', title: 'Untitled', mode: 'snippet' },
    { kind: 'snippet', name: 'Untitled' },
  ],
  [{ id: 'F1', name: 'Sheet', mode: 'external', is_external: true }, { kind: 'elsewhere' }],
  [{ id: 'F1', mode: 'tombstone' }, null],
  [{ name: 'no id' }, null],
  ['nothing', null],
])('what Slack tells of a file is read as it means it: %j', (told, read) => {
  if (read === null) expect(readFile(told)).toBeNull();
  else expect(readFile(told)).toMatchObject(read);
});

describe('a file of ours', () => {
  it('goes into the thread of a message, with a line that says what it is', async () => {
    const { emulator, client } = await workspace();
    const { channel } = emulator.as('U_ANA').directMessage();
    const { ts } = emulator.as('U_ANA').say(channel, 'Here');
    await client.upload({
      channel,
      threadTs: ts,
      name: 'refused.csv',
      content: 'Zoë\n',
      comment: 'Two rows',
    });
    const posted = emulator.workspace.messages.in(channel).at(-1);
    expect(posted).toMatchObject({ text: 'Two rows', threadTs: ts });
    const file = emulator.workspace.files.find(posted?.fileIds[0] ?? '');
    expect(file?.content.toString('utf8')).toBe('Zoë\n');
    expect(file?.name).toBe('refused.csv');
  });

  it('that Slack does not take is said', async () => {
    const { client } = await workspace();
    const sent = client.upload({
      channel: 'C_NONE',
      threadTs: '1.1',
      name: 'a.csv',
      content: 'a',
      comment: '',
    });
    await expect(sent).rejects.toBeInstanceOf(SlackCallError);
  });
});
