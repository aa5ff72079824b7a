/**
 * `npm run test:locks [-- --only "part of a name"]`: takes each lock of the registry out of a copy of the tree and expects the test that is
 * named for it to turn red. A lock whose removal nobody notices would be lost with the next change.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { GUARDS, type Guard } from './registry.ts';
import { runTests, type TestRun } from './run-tests.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const LEFT_OUT = /^(?:node_modules|\.git|artifacts|data)(?:\/|$)/;

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const chosen = GUARDS.filter(({ name, file }) => `${file} ${name}`.includes(values.only));
const copy = copyTree();
try {
  const faults = await faultsOf(chosen);
  console.log(
    faults.length > 0 ? `\n${faults.join('\n')}` : `\nEach of ${chosen.length} is missed by a test.`,
  );
  if (faults.length > 0) process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function copyTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tango-locks-'));
  cpSync(ROOT, folder, { recursive: true, filter: (path) => !LEFT_OUT.test(relative(ROOT, path)) });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function faultsOf(guards: readonly Guard[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [test, names] of namesByFile(guards)) {
    const { passed, failed, said } = await runTests(copy, test, names);
    if (failed > 0 || passed < names.length)
      faults.push(`NOT GREEN with every lock in place: ${test}\n${said}`);
  }
  if (faults.length > 0) return faults;
  for (const guard of guards) {
    const fault = await faultOf(guard);
    console.log(`${fault ? 'FAILED' : 'missed'}  ${guard.name}  (${guard.file})`);
    if (fault) faults.push(`${fault}: ${guard.name} (${guard.file}), by ${guard.test} "${guard.turnsRed}"`);
  }
  return faults;
}

function namesByFile(guards: readonly Guard[]): Map<string, string[]> {
  const byFile = new Map<string, string[]>();
  for (const { test, turnsRed } of guards) {
    const names = byFile.get(test) ?? [];
    byFile.set(test, names.includes(turnsRed) ? names : [...names, turnsRed]);
  }
  return byFile;
}

async function faultOf({ file, text, without, test, turnsRed }: Guard): Promise<string | null> {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(text).length !== 2) return 'NOT FOUND once';
  writeFileSync(
    path,
    source.replace(text, () => without),
  );
  try {
    return judge(await runTests(copy, test, [turnsRed]));
  } finally {
    writeFileSync(path, source);
  }
}

function judge({ passed, failed, said }: TestRun): string | null {
  if (failed > 0) return null;
  return passed > 0 ? 'NO TEST TURNED RED' : `NO TEST RAN (${said})`;
}
