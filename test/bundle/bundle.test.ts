import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/start-emulator.ts';
import { testDatabaseUrl } from '../support/databases.ts';
import { envOf } from '../support/spawn-bot.ts';
import { watchProcess } from '../support/watch-process.ts';
import { seed, testConfig } from '../support/world.ts';

const PARTS = ['src', 'migrations', 'package.json', 'package-lock.json'];
const MAKE = 'src/bundle/make.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tango-bundle-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of PARTS) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});

function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  const { PATH } = process.env;
  return spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { PATH, ...env } });
}

const MARK = 'from the bundle';

function makeAndMark(): void {
  expect(run([MAKE])).toMatchObject({ status: 0, stderr: '' });
  for (const name of ['bot', 'tango'])
    appendFileSync(join(folder, 'dist', name, 'main.js'), `\nprocess.stderr.write('${MARK}');\n`);
}

const help = () => run(['src/cli/tango.js', '--help']);

it('A command runs from the bundle while it was made of this source, and from the source ever after', () => {
  expect(help()).toMatchObject({ status: 0, stderr: '' });
  makeAndMark();
  expect(help()).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage: tango'), stderr: MARK });
  appendFileSync(join(folder, 'src/clock.ts'), '\n');
  expect(help()).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage: tango'), stderr: '' });
});

it('Files whose times were changed by copying them are the same source, files changed by one letter are another', () => {
  makeAndMark();
  const path = join(folder, 'src/clock.ts');
  utimesSync(path, 1, 1);
  expect(help()).toMatchObject({ status: 0, stderr: MARK });
  writeFileSync(path, readFileSync(path, 'utf8').replace('systemClock', 'systemClocK'));
  expect(help()).toMatchObject({ stderr: expect.not.stringContaining(MARK) });
});

it('The packages of the bot are plain ASCII, and no letter of theirs is lost by it', () => {
  makeAndMark();
  const packages = readFileSync(join(folder, 'dist/bot/packages.js'), 'latin1');
  expect(packages).not.toMatch(/[^\0-\x7f]/);
  // The table of a code page, as iconv-lite spells it.
  expect(packages).toContain('\\u20ac\\ufffd');
});

it('A bundle of other packages, or one that was not finished, is not taken', () => {
  makeAndMark();
  appendFileSync(join(folder, 'package-lock.json'), '\n');
  expect(help().stderr).toBe('');
  expect(run([MAKE]).status).toBe(0);
  rmSync(join(folder, 'dist/made-of'));
  rmSync(join(folder, 'dist/tango/main.js'));
  expect(help()).toMatchObject({ status: 0, stderr: '' });
});

it('Where the folder of what is compiled cannot be written, a command runs all the same', () => {
  const packages = join(folder, 'node_modules');
  rmSync(packages);
  mkdirSync(packages);
  symlinkSync(resolve('node_modules/commander'), join(packages, 'commander'));
  writeFileSync(join(packages, '.cache'), 'no folder');
  expect(help()).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage: tango'), stderr: '' });
});

it('Without the bundler nothing is made, and installing goes on', () => {
  rmSync(join(folder, 'node_modules'));
  expect(run([MAKE])).toMatchObject({ status: 0, stdout: expect.stringContaining('runs from its source') });
});

it('An error names the source', async () => {
  const source = join(folder, 'src/cli/with-context.ts');
  const defect = "loadEnvFile();\n  JSON.parse('a defect');";
  writeFileSync(source, readFileSync(source, 'utf8').replace('loadEnvFile();', defect));
  makeAndMark();
  const { stderr } = run(['src/cli/tango.js', 'outbox'], { LOG_LEVEL: 'debug' });
  expect(stderr).toMatch(/at run \(file:\S+\/src\/cli\/with-context\.ts:\d+:\d+\)/);
  expect(stderr).not.toContain('dist/tango');
});

it('The bot runs from the bundle', async () => {
  makeAndMark();
  const emulator = await startEmulator({ mode: 'socket', workspace: seed() });
  onTestFinished(() => emulator.stop());
  const config = testConfig(emulator, 'socket', await testDatabaseUrl('sqlite'));
  const bot = watchProcess([join(folder, 'src/main.ts')], envOf(config));
  onTestFinished(() => bot.signal('SIGKILL'));
  await bot.logged(/Tango is up/);
  expect(bot.complaints()).toBe(MARK);
  bot.signal('SIGTERM');
  expect(await bot.exit).toEqual({ code: 0, signal: null });
});
