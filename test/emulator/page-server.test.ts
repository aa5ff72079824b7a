import { afterEach, expect, it } from 'vitest';
import type { PageAct, PageActResult, PageMessages, PageWorkspace } from '../../emulator/page-protocol.ts';
import { type Emulator, startEmulator } from '../../emulator/start-emulator.ts';

const running: Emulator[] = [];

afterEach(async () => {
  for (const emulator of running.splice(0)) await emulator.stop();
});

async function start(options: Partial<Parameters<typeof startEmulator>[0]> = {}): Promise<Emulator> {
  const emulator = await startEmulator({ mode: 'socket', ...options });
  running.push(emulator);
  return emulator;
}

async function read<T>(emulator: Emulator, path: string): Promise<T> {
  return (await (await fetch(`${emulator.pageUrl}page/api/${path}`)).json()) as T;
}

async function act(emulator: Emulator, body: PageAct | object): Promise<PageActResult> {
  const response = await fetch(`${emulator.pageUrl}page/api/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as PageActResult;
}

it('Ana writes to a channel, Ben finds one unread message there, reads it and has none', async () => {
  const emulator = await start();
  const said = { kind: 'say', user: 'U_ANA', channel: 'C_LEADS', text: '@ben look: 1 < 2 & <!channel>' };
  expect(await act(emulator, said)).toEqual({ ok: true });
  const before = await read<PageWorkspace>(emulator, 'workspace?user=U_BEN');
  expect(before.conversations.find(({ id }) => id === 'C_LEADS')).toMatchObject({ unread: 1, mentions: 1 });
  const { messages } = await read<PageMessages>(emulator, 'messages?user=U_BEN&channel=C_LEADS');
  expect(messages.map(({ text }) => text)).toEqual(['<@U_BEN> look: 1 &lt; 2 &amp; &lt;!channel&gt;']);
  await act(emulator, { kind: 'mark_read', user: 'U_BEN', channel: 'C_LEADS' });
  const after = await read<PageWorkspace>(emulator, 'workspace?user=U_BEN');
  expect(after.conversations.find(({ id }) => id === 'C_LEADS')).toMatchObject({ unread: 0, mentions: 0 });
});

it('everybody has a direct message with the app, and sees nobody else’s', async () => {
  const emulator = await start();
  emulator.as('U_ANA').sayToBot('only for the bot');
  const mine = await read<PageWorkspace>(emulator, 'workspace?user=U_ANA');
  const dm = mine.conversations.find(({ kind }) => kind === 'im')!;
  expect(dm).toMatchObject({ withUser: 'U_TANGO', name: 'Tango' });
  const bens = await read<PageWorkspace>(emulator, 'workspace?user=U_BEN');
  expect(bens.conversations.map(({ id }) => id)).not.toContain(dm.id);
  const refused = await fetch(`${emulator.pageUrl}page/api/messages?user=U_BEN&channel=${dm.id}`);
  expect([refused.status, await refused.json()]).toEqual([
    404,
    expect.objectContaining({ error: 'channel_not_found' }),
  ]);
});

it('the page hears at once what has changed', async () => {
  const emulator = await start();
  const stream = await fetch(`${emulator.pageUrl}page/api/live?user=U_ANA`);
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  emulator.as('U_BEN').say('C_LEADS', 'hello');
  let heard = '';
  while (!heard.includes('data:')) heard += (await reader.read()).value;
  expect(heard).toContain('{"kind":"messages","channel":"C_LEADS"}');
  await reader.cancel();
});

it('a person is told when the app does not answer, and when what they pressed is not there', async () => {
  const emulator = await start();
  const command = { kind: 'command', user: 'U_ANA', channel: 'C_LEADS', command: '/scorecard', text: '' };
  expect(await act(emulator, command)).toMatchObject({ ok: false, error: 'no_answer' });
  const { messages } = await read<PageMessages>(emulator, 'messages?user=U_ANA&channel=C_LEADS');
  expect(messages).toMatchObject([
    { ephemeral: true, text: '/scorecard failed because the app did not respond.' },
  ]);
  expect(await read<PageMessages>(emulator, 'messages?user=U_BEN&channel=C_LEADS')).toMatchObject({
    messages: [],
  });
  expect(await act(emulator, { ...command, command: '/nothing' })).toMatchObject({
    error: 'unknown_command',
  });
  expect(await act(emulator, { kind: 'view_submit', user: 'U_ANA', viewId: 'V0', state: {} })).toMatchObject({
    error: 'view_not_found',
  });
  expect(await act(emulator, { kind: 'fly', user: 'U_ANA' })).toMatchObject({
    ok: false,
    error: 'bad_request',
  });
});

it('the host’s controls and the faults can be switched from the page', async () => {
  const pressed: string[] = [];
  const control = { id: 'monday', label: 'Forward to Monday 9:00', hint: 'The scorecard is due' };
  const run = (user: string) => {
    pressed.push(user);
    return 'It is Monday.';
  };
  const emulator = await start({ controls: [{ ...control, run }] });
  expect(await act(emulator, { kind: 'control', user: 'U_MAX', id: 'monday' })).toEqual({
    ok: true,
    notice: 'It is Monday.',
  });
  expect(pressed).toEqual(['U_MAX']);
  await act(emulator, { kind: 'fault', user: 'U_MAX', id: 'outage', active: true });
  await act(emulator, { kind: 'fault', user: 'U_MAX', id: 'slow', active: true });
  const { faults, controls } = await read<PageWorkspace>(emulator, 'workspace?user=U_MAX');
  expect(controls).toEqual([control]);
  expect(faults.filter(({ active }) => active).map(({ id }) => id)).toEqual(['outage', 'slow']);
});
