import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/start-emulator.ts';
import type { Config } from '../../src/config.ts';
import { commandLine } from '../support/command-line.ts';
import { testDatabaseUrl } from '../support/databases.ts';
import { envOf, spawnMain } from '../support/spawn-bot.ts';
import { seed, testConfig } from '../support/world.ts';

async function configFor(dialect: 'sqlite' | 'postgres'): Promise<Config> {
  const emulator = await startEmulator({ mode: 'http', workspace: seed() });
  onTestFinished(() => emulator.stop());
  return testConfig(emulator, 'http', await testDatabaseUrl(dialect));
}

/** The same database by another name. */
function linked(url: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tango-linked-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const link = join(folder, 'link.db');
  symlinkSync(url.slice('file:'.length), link);
  return `file:${link}`;
}

it('a second bot on a SQLite file says so in one sentence and ends; killed, the first leaves it free at once', {
  timeout: 60_000,
}, async () => {
  const config = await configFor('sqlite');
  const first = spawnMain(envOf(config));
  expect(await first.url).not.toBeNull();

  for (const databaseUrl of [config.databaseUrl, linked(config.databaseUrl)]) {
    const second = spawnMain(envOf({ ...config, databaseUrl }));
    expect(await second.exit).toEqual({ code: 1, signal: null });
    expect(second.complaints()).toMatch(/^A Tango runs on this database already \(.*\.db\)[^\n]*\n$/);
  }

  first.signal('SIGKILL');
  await first.exit;
  const third = spawnMain(envOf(config));
  expect(await third.url).not.toBeNull();
});

it('commands run beside the bot, and restore alone waits for its end', { timeout: 60_000 }, async () => {
  const config = await configFor('sqlite');
  const tango = commandLine({ DATABASE_URL: config.databaseUrl });
  const copy = `${config.databaseUrl.slice('file:'.length)}.copy`;
  const bot = spawnMain(envOf(config));
  expect(await bot.url).not.toBeNull();
  expect(await tango('outbox')).toMatchObject({ status: 0 });
  expect(await tango('backup', copy)).toMatchObject({ status: 0 });
  expect(await tango('restore', copy)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('stop Tango before restoring'),
  });
  bot.signal('SIGKILL');
  await bot.exit;
  expect(await tango('restore', copy)).toMatchObject({ status: 0 });
});

it('on PostgreSQL there may be several', { timeout: 60_000 }, async () => {
  const env = envOf(await configFor('postgres'));
  const bots = [spawnMain(env), spawnMain(env)];
  for (const { url } of bots) expect(await url).not.toBeNull();
});
