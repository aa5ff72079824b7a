import { expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/start-emulator.ts';
import type { Seed } from '../../emulator/workspace/seed.ts';
import { createLogger } from '../../src/logger.ts';
import { createAddressBook } from '../../src/slack/address-book.ts';
import { testClock } from '../support/time.ts';
import { seed } from '../support/world.ts';

const log = createLogger('silent');

async function bookIn(people: Seed['users'] = [], changes: Partial<Seed['app']> = {}) {
  const clock = testClock();
  const workspace = seed(people);
  const emulator = await startEmulator({
    ...{ mode: 'http', clock, limits: { pace: true } },
    workspace: { ...workspace, app: { ...workspace.app, ...changes } },
  });
  onTestFinished(() => emulator.stop());
  const book = createAddressBook({ token: emulator.tokens.bot, apiUrl: emulator.apiUrl, logger: log }, clock);
  const find = async (texts: string[]) => {
    const answer = await book(texts);
    return 'found' in answer ? Object.fromEntries(answer.found) : answer;
  };
  return { find, clock, emulator };
}

it('finds a few addresses one by one, however often they are asked for, and again when some time has passed', async () => {
  const { find, clock, emulator } = await bookIn();
  const few = ['Ana@sample.example', 'nobody@sample.example', 'Ben Brandt <ben@sample.example>'];
  const found = { 'Ana@sample.example': 'U_ANA', 'Ben Brandt <ben@sample.example>': 'U_BEN' };
  for (let time = 0; time < 40; time++) expect(await find(few)).toEqual(found);
  emulator.admin.deactivate('U_BEN');
  expect(await find(few)).toEqual(found);
  clock.move(11 * 60_000);
  expect(await find(few)).toEqual({ 'Ana@sample.example': 'U_ANA' });
});

it('counts what it has asked one by one: chunk after chunk of a file never comes to what Slack forbids', async () => {
  const { find } = await bookIn();
  for (let chunk = 0; chunk < 30; chunk++) {
    const asked = Array.from({ length: 10 }, (_, at) => `p${chunk * 10 + at}@sample.example`);
    expect(await find([...asked, 'ana@sample.example'])).toEqual({ 'ana@sample.example': 'U_ANA' });
  }
});

it('knows people by their names, and nobody by the name of two, of a program, or of somebody who is gone', async () => {
  const { find, emulator } = await bookIn([
    { id: 'U_OTHER', name: 'ana.two', realName: 'Ana Alves' },
    { id: 'U_TOOL', name: 'importer', realName: 'Importer', isBot: true },
  ]);
  emulator.admin.deactivate('U_BEN');
  expect(
    await find([
      'Mia Moreau',
      'Meyer, Max',
      'olga',
      'Ana Alves',
      'Importer',
      'Ben Brandt',
      'ben@sample.example',
    ]),
  ).toEqual({ 'Mia Moreau': 'U_MIA', 'Meyer, Max': 'U_MAX', olga: 'U_OLGA' });
});

it('goes on where it was told to wait, in a workspace of more people than Slack lists in a minute', async () => {
  const people = Array.from({ length: 10_400 }, (_, at) => ({
    ...{ id: `U_P${at}`, name: `p${at}`, realName: `Pat P${at}`, email: `p${at}@sample.example` },
  }));
  const { find, clock } = await bookIn(people);
  expect(await find(['Pat P10399'])).toEqual({ waitMs: 60_000 });
  clock.move(60_000);
  expect(await find(['Pat P10399', 'p3@sample.example'])).toEqual({
    ...{ 'Pat P10399': 'U_P10399', 'p3@sample.example': 'U_P3' },
  });
});

it('knows nobody by their address where the app may not read addresses, and everybody by name', async () => {
  const scopes = seed().app.scopes.filter((scope) => scope !== 'users:read.email');
  const { find } = await bookIn([], { scopes });
  expect(await find(['ana@sample.example'])).toEqual({});
  expect(await find(['ana@sample.example', 'Ana Alves'])).toEqual({ 'Ana Alves': 'U_ANA' });
});

it('throws where Slack does not answer, and asks again from the beginning', async () => {
  const { find, emulator } = await bookIn();
  emulator.faults.next('users.list', { kind: 'server_error' });
  await expect(find(['Ana Alves'])).rejects.toMatchObject({ name: 'SlackCallError' });
  expect(await find(['Ana Alves'])).toEqual({ 'Ana Alves': 'U_ANA' });
});
