import { spawnSync } from 'node:child_process';
import { expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/start-emulator.ts';
import { testDatabaseUrl } from '../support/databases.ts';
import { envOf, spawnMain } from '../support/spawn-bot.ts';
import { seed, testConfig } from '../support/world.ts';

/** Says at its end what a process has loaded. */
const TELL = `
  import { registerHooks } from 'node:module';
  const loaded = [];
  registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
  process.on('exit', () => console.error(loaded.join('\\n')));
`;
const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(TELL)}`;

/** Nobody needs them before a lead comes, or a region has holidays. */
const LATE = /date-holidays|email-providers|disposable-email-domains/;

function packagesIn(loaded: string): string[] {
  const names = loaded.matchAll(
    /node_modules\/((?:@[^/]+\/)?[^/]+)|dist\/\w+\/(packages|import|with-context)/g,
  );
  return [...new Set([...names].map(([, name, part]) => name ?? part ?? ''))];
}

function loadedBy(...args: string[]): string {
  const { PATH } = process.env;
  const env = { PATH, NODE_OPTIONS, DATABASE_URL: 'file:/nowhere/tango.db' };
  return spawnSync(process.execPath, ['src/cli/tango.js', ...args], { encoding: 'utf8', env }).stderr;
}

it('The help of the command line loads no more than it is written with', () => {
  const loaded = loadedBy('--help');
  expect(loaded).toContain('tango.js');
  expect(packagesIn(loaded).filter((name) => name !== 'commander')).toEqual([]);
});

it('A command loads what it does, and not what the others do', () => {
  const loaded = loadedBy('outbox');
  expect(loaded).toMatch(/outbox\.[tj]s/);
  expect(loaded).not.toMatch(
    /csv-parse|libphonenumber|chardet|cli-table3|date-holidays|run\/import|tango\/import/,
  );
});

it('A bot starts without the lists that only some leads need', async () => {
  const emulator = await startEmulator({ mode: 'http', workspace: seed() });
  onTestFinished(() => emulator.stop());
  const config = testConfig(emulator, 'http', await testDatabaseUrl('sqlite'));
  const bot = spawnMain({ ...envOf(config), NODE_OPTIONS });
  await bot.logged(/Tango is up/);
  bot.signal('SIGTERM');
  await bot.exit;
  expect(bot.complaints()).toMatch(/start\.ts|dist\/bot\/main\.js/);
  expect(bot.complaints()).not.toMatch(LATE);
});
