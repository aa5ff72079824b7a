import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ImportRequest } from '../../src/intake/csv/import-rows.ts';

/** A file of its own, gone when the test ends. */
export function csvFile(content: string | Buffer, name = 'file.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'tango-csv-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

export function request(path: string, changes: Partial<ImportRequest> = {}): ImportRequest {
  return {
    path,
    map: {},
    set: {},
    timezone: 'Europe/Berlin',
    currency: 'EUR',
    dateOrder: null,
    decimalMark: null,
    dryRun: false,
    onProgress: () => undefined,
    ...changes,
  };
}

/** Real input beside the project; null where it is not, as on a user's machine. */
export function sharedData(path: string): string | null {
  return shared('data', path);
}

/** A small input that once went wrong; null where it is not. */
export function sharedCase(path: string): string | null {
  return shared('cases', path);
}

function shared(folder: 'data' | 'cases', path: string): string | null {
  const file = fileURLToPath(new URL(`../../../shared/${folder}/${path}`, import.meta.url));
  if (existsSync(file)) return file;
  console.warn(`Skipped: ${path} is not there (../shared/${folder})`);
  return null;
}
