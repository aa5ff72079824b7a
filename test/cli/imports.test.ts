import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { csvFile } from '../support/csv.ts';

const FAIR =
  'source,id,name,email,created_at\nFair,1,Dana,dana@harbour.example,2026-11-10\nFair,2,"Rui, of Cove",rui@cove.example,soon\n';

it('What was imported is listed; its refused rows are mended and come in; and all of it is taken back', async () => {
  const tango = commandLine();
  const first = await tango('leads', 'import', csvFile(FAIR, 'fair.csv'));
  expect(first.status).toBe(3);
  const id = /Import (\S+): `tango imports undo/.exec(first.stdout)?.[1] ?? '';
  expect((await tango('imports')).stdout).toContain('leads from fair.csv: 2 rows, 1 new, 1 refused');

  const { stdout } = await tango('imports', 'refused', id);
  const [header, row = ''] = stdout.trim().split('\n');
  expect(header).toBe('source,id,name,email,created_at,row,column,reason');
  expect(row).toMatch(/^Fair,2,"Rui, of Cove",rui@cove\.example,soon,3,created_at,/);

  const mended = csvFile(stdout.replace('soon', '2026-11-11'), 'mended.csv');
  expect((await tango('leads', 'import', mended)).stdout).toContain('1 imported, 0 here already, 0 refused');
  expect((await tango('imports', 'undo', id)).stdout).toBe('fair.csv is taken back. 1 lead is gone.\n');
  expect((await tango('imports', 'undo', id)).stderr).toContain('taken back before');
  expect((await tango('imports', 'undo', 'import_0')).stderr).toContain('There is no import import_0');
  const { imports } = JSON.parse((await tango('imports', '--json')).stdout);
  expect(imports).toMatchObject([
    { fileName: 'mended.csv', state: 'done' },
    { id, state: 'undone' },
  ]);
});

it('Nothing was imported so far, and only tried is nothing', async () => {
  const tango = commandLine();
  const file = csvFile(FAIR);
  writeFileSync(file, FAIR);
  await tango('leads', 'import', csvFile('source,id\nFair,9\n'));
  await tango('leads', 'import', file, '--dry-run');
  expect((await tango('imports')).stdout.trim().split('\n')).toHaveLength(1);
});

it('What a longer file knows is offered, filled in with --update, and taken back alone', async () => {
  const tango = commandLine();
  const longer = csvFile(
    'source,id,name,phone,created_at\nFair,1,Dana,+49 30 901820,2026-11-10\n',
    'longer.csv',
  );
  await tango('leads', 'import', csvFile('source,id,name,created_at\nFair,1,Dana,2026-11-10\n'));
  const offered = await tango('leads', 'import', longer, '--dry-run');
  expect(offered.stdout).toContain('1 lead here already knows less than this file');
  expect(offered.stdout).toContain('--update fills what is empty.');
  const unasked = await tango('leads', 'import', longer);
  expect(unasked.stdout).toContain('1 lead here already knows less than this file (phone in 1 row)');
  const told = JSON.parse((await tango('leads', 'import', longer, '--yes', '--json')).stdout);
  expect(told.result).toMatchObject({ unchanged: 1, fills: { rows: 1, workedOn: 0, isAsked: false } });
  const filled = await tango('leads', 'import', longer, '--update');
  expect(filled).toMatchObject({ status: 0, stdout: expect.stringContaining('1 brought up to date') });
  const id = /Import (\S+): `tango imports undo/.exec(filled.stdout)?.[1] ?? '';
  expect((await tango('imports', 'undo', id)).stdout).toContain('longer.csv is taken back.');
  expect((await tango('leads', 'import', longer, '--dry-run')).stdout).toContain('--update fills');
});
