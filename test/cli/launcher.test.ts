import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const LAUNCHER = fileURLToPath(new URL('../../src/cli/tango.js', import.meta.url));
/** Lets this Node pass for an older one, until the launcher starts another. */
const AGED =
  'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.19.0"}})';

function launchAged(launcher: string, ...args: string[]) {
  return spawnSync(process.execPath, ['--import', AGED, launcher, ...args], { encoding: 'utf8' });
}

it('on an older Node the command runs with the one that the project brings, status and all', () => {
  expect(launchAged(LAUNCHER, '--help')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Usage: tango'),
  });
  expect(launchAged(LAUNCHER, 'dance')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('unknown command'),
  });
});

it('on an older Node without it, the command says what to do', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'tango-launcher-'));
  onTestFinished(() => rmSync(elsewhere, { recursive: true }));
  cpSync(LAUNCHER, join(elsewhere, 'tango.mjs'));
  expect(launchAged(join(elsewhere, 'tango.mjs'))).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('tango needs Node 24 or newer, and this is 20.19.0.'),
  });
});

it('npm hands a supervisor’s signal on to what it started', () => {
  // The shell in between would die of it alone and leave the process behind, its database still open.
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  for (const name of ['start', 'demo', 'emulator'])
    expect(scripts[name]).toMatch(/(^|&& )exec (env \S+ )?node \S+$/);
});
