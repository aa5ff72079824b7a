import { expect, it } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { workbookFile } from '../support/workbook.ts';

it('a workbook is imported like a CSV file, and what it hides is said', async () => {
  const tango = commandLine({ TEAM_TIMEZONE: 'Europe/Berlin' });
  const file = workbookFile({
    formats: ['dd.mm.yyyy'],
    sheets: [
      { name: 'Deckblatt', rows: [['Messe München']] },
      {
        name: 'Besucher',
        hiddenRows: [3],
        rows: [
          ['Quelle', 'Name', 'E-Mail-Adresse', 'Datum'],
          ['Messe', 'Ute Krämer', 'ute@kraemer.example', { n: 46351, style: 1 }],
          [null, 'Ana Example', 'ana@pier.example', { n: 46352, style: 1 }],
        ],
        merges: ['A2:A3'],
      },
    ],
  });
  const ran = await tango('leads', 'import', file, '--sheet', 'besucher', '--post', 'none');
  expect(ran).toEqual({
    status: 0,
    stdout: expect.stringContaining(
      [
        'leads: 2 rows, 2 imported, 0 here already, 0 refused.',
        'Only the sheet “Besucher” is read; not read: “Deckblatt”.',
        'Excel hides 1 row by a filter or by hand: they are read too.',
      ].join('\n'),
    ),
    stderr: '',
  });
  const report = await tango(
    'report',
    '--from',
    '2026-11-25',
    '--to',
    '2026-11-26',
    '--by',
    'source',
    '--json',
  );
  expect(JSON.parse(report.stdout).rows).toMatchObject([{ key: 'Messe', leads: 2 }]);
});
