import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { csvFile } from '../support/csv.ts';

const READING = [
  ['report', '--from', '2026-01-01', '--to', '2026-01-31'],
  ['scorecard', '2026-W47'],
  ['route'],
  ['route', '--dry-run'],
  ['outbox'],
  ['outbox', 'retry'],
].map((args) => ({ args, typed: args.join(' ') }));

const ADVICE = 'start Tango or import a file first, or name the right one in DATABASE_URL.\n';

describe('a command that only reads', () => {
  it.each(READING)('makes no database: tango $typed', async ({ args }) => {
    const folder = emptyFolder();
    const file = join(folder, 'data', 'tango.db');
    expect(await commandLine({ DATABASE_URL: `file:${file}` })(...args)).toEqual({
      ...{ status: 1, stdout: '' },
      stderr: `tango: There is no database at ${file}: ${ADVICE}`,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is an import that is only tried as well', async () => {
    const folder = emptyFolder();
    const tango = commandLine({ DATABASE_URL: `file:${join(folder, 'data', 'tango.db')}` });
    const tried = await tango('leads', 'import', csvFile('source,id\nFair,1\n'), '--dry-run');
    expect(tried).toMatchObject({ status: 0, stdout: expect.stringContaining('Nothing was written.') });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('makes no tables in a database that is empty', async () => {
    const file = join(emptyFolder(), 'tango.db');
    writeFileSync(file, '');
    for (const DATABASE_URL of [`file:${file}`, `${inject('postgresUrl')}postgres`]) {
      const tango = commandLine({ DATABASE_URL });
      const stderr = `tango: The database that DATABASE_URL names holds nothing of Tango: ${ADVICE}`;
      expect(await tango('outbox')).toEqual({ status: 1, stdout: '', stderr });
      expect(await tango('outbox')).toEqual({ status: 1, stdout: '', stderr });
    }
  });
});

it('tango route shows whom the last leads would have gone to, with and without --dry-run', async () => {
  const tango = commandLine();
  await tango('leads', 'import', csvFile('source,id,date\nFair,1,2026-01-05\n'));
  const routes = await tango('route');
  expect(routes).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('(Fair)') });
  expect(await tango('route', '--dry-run')).toEqual(routes);
});

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tango-none-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
