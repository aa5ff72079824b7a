import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { clientOf, testWorkspace } from './support/workspace.ts';

async function connection(options: Parameters<typeof testWorkspace>[0] = {}) {
  const { emulator } = await testWorkspace(options);
  const open = async (isAnswered = true) => {
    const { url } = await clientOf(emulator, emulator.tokens.app).apps.connections.open({});
    const socket = new WebSocket(url ?? '');
    const heard: string[] = [];
    socket.on('message', (data) => heard.push(String(data)));
    socket.on('error', () => undefined);
    onTestFinished(() => socket.terminate());
    if (isAnswered) await new Promise((resolve) => socket.once('open', resolve));
    return { socket, heard };
  };
  return { emulator, open, faults: emulator.faults.sockets };
}

const NOBODY_THERE = { warning: 'The app did not answer (no socket is open).' };
const TOO_LATE = { warning: expect.stringContaining('no answer within') };

it('a connection that is never greeted is given nothing, and one that is not upgraded is none', async () => {
  const { emulator, open, faults } = await connection();
  faults.withholdHello(true);
  const { heard } = await open();
  expect(await emulator.as('U_ANA').command('/lead')).toMatchObject(NOBODY_THERE);
  expect(heard).toEqual([]);
  faults.withholdHello(false);
  faults.withholdUpgrade(true);
  const waiting = await open(false);
  expect(await emulator.as('U_ANA').command('/lead')).toMatchObject(NOBODY_THERE);
  const closed = new Promise((resolve) => waiting.socket.once('close', resolve));
  // Long enough for the request to come.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(waiting.socket.readyState).toBe(WebSocket.CONNECTING);
  emulator.faults.clear();
  await closed;
});

it('after a warning a connection goes on, and is closed after its time; one that was opened meanwhile stays', async () => {
  const { emulator, open, faults } = await connection();
  const first = await open();
  await emulator.waitFor(() => emulator.openSockets() === 1);
  faults.disconnect('warning', 300);
  const second = await open();
  await emulator.waitFor(() => emulator.openSockets() === 2);
  await new Promise((resolve) => first.socket.once('close', resolve));
  expect(first.heard.map((text) => JSON.parse(text))).toMatchObject([
    { type: 'hello', num_connections: 1 },
    { type: 'disconnect', reason: 'warning' },
  ]);
  expect(second.heard.map((text) => JSON.parse(text))).toMatchObject([{ type: 'hello', num_connections: 2 }]);
  expect(second.socket.readyState).toBe(WebSocket.OPEN);
});

it('a silent connection answers no ping and brings no payload, and looks open', async () => {
  const { emulator, open, faults } = await connection();
  const { socket, heard } = await open();
  await emulator.waitFor(() => emulator.openSockets() === 1);
  let pongs = 0;
  socket.on('pong', () => {
    pongs += 1;
  });
  socket.ping();
  await expect.poll(() => pongs).toBe(1);
  faults.goSilent();
  socket.ping();
  expect(await emulator.as('U_ANA').command('/lead')).toMatchObject(TOO_LATE);
  expect({ pongs, heard: heard.length, state: socket.readyState }).toEqual({ pongs: 1, heard: 1, state: 1 });
});

it('an answer counts through the connection that the payload came by, and through no other', async () => {
  const { emulator, open } = await connection();
  const both = [await open(), await open()];
  await emulator.waitFor(() => emulator.openSockets() === 2);
  const asked = emulator.as('U_ANA').command('/lead');
  const envelope = () => both.map(({ heard }) => heard.find((text) => text.includes('envelope_id')));
  await expect.poll(() => envelope().some(Boolean)).toBe(true);
  const id = JSON.parse(envelope().find(Boolean) ?? '{}').envelope_id;
  const answer = JSON.stringify({ envelope_id: id, payload: {} });
  both.find(({ heard }) => !heard.some((text) => text.includes('envelope_id')))?.socket.send(answer);
  expect(await asked).toMatchObject(TOO_LATE);
});
