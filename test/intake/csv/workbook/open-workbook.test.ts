import { describe, expect, it } from 'vitest';
import { openTable } from '../../../../src/intake/csv/file/open-table.ts';
import type { Table } from '../../../../src/intake/csv/file/table.ts';
import { csvFile } from '../../../support/csv.ts';
import { type Cell, type MadeBook, part, workbook, workbookFile, zip } from '../../../support/workbook.ts';

async function allOf(table: Table) {
  const rows = [];
  for await (const row of table.rows()) rows.push(row);
  return rows;
}

async function read(book: MadeBook, sheet?: string) {
  const table = await openTable(workbookFile(book), sheet);
  const rows = await allOf(table);
  return { ...table, rows, cells: rows.map(({ cells }) => cells) };
}

/** The cells below one header, in a workbook of one column. */
async function column(cells: readonly Cell[], book: Omit<MadeBook, 'sheets'> = {}): Promise<string[]> {
  const rows = [['Value'], ...cells.map((cell) => [cell])];
  return (await read({ ...book, sheets: [{ rows }] })).cells.slice(1).map(([text = '']) => text);
}

describe('a workbook', () => {
  it('is read as a list, each row by the number that Excel shows', async () => {
    const rows = [
      ['Visitors'],
      [],
      ['Name', 'E-mail', 'Company'],
      ['Dana', 'dana@harbour.example'],
      [],
      ['', '', 'Pier Inns'],
    ];
    const table = await read({ sheets: [{ name: 'Fair', rows }] });
    expect(table.titles).toEqual(['Visitors']);
    expect(table.rows).toEqual([
      { line: 3, cells: ['Name', 'E-mail', 'Company'] },
      { line: 4, cells: ['Dana', 'dana@harbour.example', ''] },
      { line: 6, cells: ['', '', 'Pier Inns'] },
    ]);
  });

  it('may be read twice, from its beginning', async () => {
    const table = await openTable(
      workbookFile({
        sheets: [
          {
            rows: [
              ['a', 'b'],
              ['1', '2'],
            ],
          },
        ],
      }),
    );
    for (const _ of ['once', 'again']) expect(await allOf(table)).toHaveLength(2);
  });

  it('gives its first visible sheet that holds anything, or the one that is named', async () => {
    const sheets = [
      {
        name: 'Old',
        state: 'hidden' as const,
        rows: [
          ['a', 'b'],
          ['hidden', ''],
        ],
      },
      { name: 'Cover', rows: [] },
      {
        name: 'Besucher',
        rows: [
          ['a', 'b'],
          ['visible', ''],
        ],
      },
      {
        name: 'Notes',
        rows: [
          ['a', 'b'],
          ['named', ''],
        ],
      },
    ];
    const first = await read({ sheets });
    expect(first.sheet).toMatchObject({ name: 'Besucher', others: ['Cover', 'Notes'] });
    expect(first.cells[1]).toEqual(['visible', '']);
    expect((await read({ sheets }, 'notes')).cells[1]).toEqual(['named', '']);
    expect((await read({ sheets }, 'Old')).cells[1]).toEqual(['hidden', '']);
    await expect(read({ sheets }, 'None')).rejects.toThrow(
      'The workbook has no sheet "None"; its sheets are "Old", "Cover", "Besucher", "Notes"',
    );
  });

  it('says what it hides, and takes it', async () => {
    const rows = [
      ['Name', 'City'],
      ['Ana', 'Porto'],
      ['Ben', 'Leeds'],
    ];
    const table = await read({ sheets: [{ rows, hiddenRows: [2] }] });
    expect(table.sheet?.hiddenRows).toBe(1);
    expect(table.cells[1]).toEqual(['Ana', 'Porto']);
  });

  it('gives formulas by the values that were computed last, and says where there is none', async () => {
    const rows: Cell[][] = [
      ['Sum', 'Text'],
      [{ xml: '<f>1+1</f><v>2</v>' }, { xml: '<f>A1</f><v>Sum</v>', attributes: 't="str"' }],
      [{ xml: '<f>A9</f>' }, 'never computed'],
      [{ xml: '<f>VLOOKUP(1,A:B,2)</f><v>#N/A</v>', attributes: 't="e"' }, 'not found'],
    ];
    const table = await read({ sheets: [{ rows }] });
    expect(table.cells.slice(1)).toEqual([
      ['2', 'Sum'],
      ['', 'never computed'],
      ['#N/A', 'not found'],
    ]);
    expect(table.sheet?.uncomputed).toBe(1);
  });

  it('gives texts in runs, without how they are spoken, and what XML cannot hold', async () => {
    const inline = (xml: string): Cell => ({ xml: `<is>${xml}</is>`, attributes: 't="inlineStr"' });
    expect(
      await column([
        inline('<r><t>Dana </t></r><r><t>Whitfield</t></r>'),
        inline('<t>山田</t><rPh sb="0" eb="2"><t>やまだ</t></rPh>'),
        'two_x000D_\nlines',
        '  =SUM(1)  ',
        { xml: '<v>1</v>', attributes: 't="b"' },
      ]),
    ).toEqual(['Dana Whitfield', '山田', 'two\nlines', '=SUM(1)', 'TRUE']);
  });
});

describe('a number in a cell', () => {
  const formatted = async (code: string, ...numbers: (number | string)[]) =>
    await column(
      numbers.map((n) => ({ n, style: 1 })),
      { formats: [code] },
    );

  it('stands there in full: long ids, small fractions, no exponent', async () => {
    const numbers = [
      12,
      -3.5,
      '1.23456789012345E+18',
      '4.0000000000000002E-5',
      '0.30000000000000004',
      '12345678901234567890',
    ];
    expect(await column(numbers.map((n) => ({ n, style: 0 })))).toEqual([
      '12',
      '-3.5',
      '1234567890123450000',
      '0.00004',
      '0.3',
      '12345678901234567890',
    ]);
  });

  it('is never a thousand times more: three decimals get a fourth', async () => {
    expect(await column([1.234, 12.5, 1234.567, 0.125])).toEqual(['1.2340', '12.5', '1234.567', '0.125']);
  });

  it.each([
    ['0%', 0.125, '12.5%'],
    ['0.00%', 1, '100%'],
    ['#,##0.00\\ "€"', 1234.5, '€ 1234.5'],
    ['[$$-409]#,##0.00;[Red]-[$$-409]#,##0.00', 10, '$ 10'],
    ['_-[$£-809]* #,##0.00_-', 1.234, '£ 1.2340'],
    ['#,##0 [$CHF]', 7, 'CHF 7'],
    ['#,##0.00', 1234.5, '1234.5'],
    ['00000', 1067, '01067'],
    ['"+"0', 493012345678, '+493012345678'],
    ['(###) ###-####', 5551234567, '(555) 123-4567'],
    ['0" Stück"', 5, '5'],
    ['General', 42, '42'],
    ['0.00E+00', 12345, '12345'],
    ['[h]:mm', 1.5, '1.5'],
  ])('means what its format says: %s', async (code, number, text) => {
    expect(await formatted(code, number)).toEqual([text]);
  });

  it.each([
    ['dd.mm.yyyy', 46351, '2026-11-25'],
    ['m/d/yy h:mm AM/PM', 46351.5625, '2026-11-25 13:30:00'],
    ['dd.mm.yyyy', 46351.5625, '2026-11-25 13:30:00'],
    ['dd.mm.yyyy hh:mm', 46351, '2026-11-25 00:00:00'],
    ['[$-407]d. mmmm yyyy;@', 46351, '2026-11-25'],
    ['yyyy"年"m"月"d"日"', 46351, '2026-11-25'],
    ['mmm\\ yyyy', 46327, '2026-11'],
    ['h:mm', 0.5625, '13:30:00'],
    ['yyyy-mm-dd', 1, '1900-01-01'],
    ['yyyy-mm-dd', 61, '1900-03-01'],
    ['yyyy-mm-dd', -1, '-1'],
    ['yyyy-mm-dd hh:mm:ss.000', 46351.50000001, '2026-11-25 12:00:00.001'],
  ])('is a day or an hour where its format is one: %s of %d', async (code, number, text) => {
    expect(await formatted(code, number)).toEqual([text]);
  });

  it('counts from 1904 in a workbook that does', async () => {
    const day = { formats: ['yyyy-mm-dd'], is1904: true };
    expect(
      await column(
        [
          { n: 44889, style: 1 },
          { n: 0, style: 1 },
        ],
        day,
      ),
    ).toEqual(['2026-11-25', '1904-01-01']);
  });

  it('is a day also by a format that the workbook does not spell out', async () => {
    const book = workbook({
      sheets: [
        {
          rows: [
            ['a', 'b'],
            [{ n: 46351, style: 1 }, 'x'],
          ],
        },
      ],
    });
    const styles = part(
      'xl/styles.xml',
      '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>',
    );
    const table = await openTable(
      csvFile(zip(book.map((each) => (each.name === styles.name ? styles : each)))),
    );
    expect((await allOf(table))[1]?.cells).toEqual(['2026-11-25', 'x']);
  });
});

describe('merged cells', () => {
  it('above the header are a title, however wide', async () => {
    const rows = [['Fair in Munich'], ['Name', 'E-mail', 'City'], ['Ana', 'ana@x.example', 'Porto']];
    const table = await read({ sheets: [{ rows, merges: ['A1:C1'] }] });
    expect(table.titles).toEqual(['Fair in Munich']);
    expect(table.cells[0]).toEqual(['Name', 'E-mail', 'City']);
  });

  it('in a header of two rows: groups part names that occur twice', async () => {
    const rows = [
      ['Date', 'Contact', null, 'Company', null, 'Note'],
      [null, 'Name', 'E-mail', 'Name', 'City'],
      ['2026-11-25', 'Ana', 'ana@x.example', 'Pier Inns', 'Porto', 'call'],
    ];
    const table = await read({ sheets: [{ rows, merges: ['A1:A2', 'B1:C1', 'D1:E1', 'F1:F2'] }] });
    expect(table.cells).toEqual([
      ['Date', 'Contact Name', 'E-mail', 'Company Name', 'City', 'Note'],
      ['2026-11-25', 'Ana', 'ana@x.example', 'Pier Inns', 'Porto', 'call'],
    ]);
  });

  it('in a header of one row name both of their columns', async () => {
    const rows = [
      ['Name', null, 'City', 'Date'],
      ['Ana', 'Example', 'Porto', '2026-11-25'],
    ];
    const table = await read({ sheets: [{ rows, merges: ['A1:B1'] }] });
    expect(table.cells[0]).toEqual(['Name', 'Name (2)', 'City', 'Date']);
  });

  it('in the list hold for each of their rows, but a number counts once', async () => {
    const rows = [
      ['Source', 'Campaign', 'Amount'],
      ['Google', 'A', 100],
      [null, 'B', null],
      [null, 'C', 7],
    ];
    const table = await read({ sheets: [{ rows, merges: ['A2:A4', 'C2:C3'] }] });
    expect(table.cells.slice(1)).toEqual([
      ['Google', 'A', '100'],
      ['Google', 'B', ''],
      ['Google', 'C', '7'],
    ]);
  });
});

describe('what is no workbook that can be read', () => {
  const book = () =>
    workbook({
      sheets: [
        {
          rows: [
            ['a', 'b'],
            ['1', '2'],
          ],
        },
      ],
    });
  const bytesOf = (...parts: Parameters<typeof zip>[0]) => zip(parts);
  const compound = (name: string) => {
    const bytes = Buffer.alloc(4096);
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
    bytes.writeUInt16LE(9, 30);
    bytes.writeUInt32LE(1, 48);
    Buffer.from(name, 'utf16le').copy(bytes, 1024);
    return bytes;
  };

  it.each([
    [
      'an old workbook',
      compound('Workbook'),
      'This is an old Excel workbook (.xls). In Excel: File → Save As',
    ],
    ['a locked one', compound('EncryptedPackage'), 'This workbook is locked with a password.'],
    [
      'a binary one',
      bytesOf(part('xl/workbook.bin', '')),
      'This is a binary Excel workbook (.xlsb). Save it as .xlsx',
    ],
    [
      'an OpenDocument table',
      bytesOf(part('content.xml', ''), part('x/opendocument.spreadsheet', '')),
      '(.ods). Save it as .xlsx',
    ],
    ['a Numbers table', bytesOf(part('Index/Document.iwa', '')), 'In Numbers: File → Export To'],
    ['a Word document', bytesOf(part('word/document.xml', '')), 'This is a Word document.'],
    ['an archive', bytesOf(part('leads.csv', 'a,b')), 'This is a zip archive. Unpack it'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'This is a PDF document'],
    ['an empty file', Buffer.alloc(0), 'is empty'],
    ['an empty workbook', zip(workbook({ sheets: [{ rows: [] }] })), 'no visible sheet of it holds anything'],
    ['half of a workbook', zip(book()).subarray(0, 900), /damaged|zip archive/],
    [
      'one whose sheet ends too early',
      bytesOf(
        ...book().map((each) =>
          each.name.includes('sheet1') ? part(each.name, '<worksheet><sheetData><row>') : each,
        ),
      ),
      'This Excel workbook is damaged.',
    ],
    [
      'entities that grow',
      bytesOf(
        ...book().map((each) =>
          each.name.includes('sheet1')
            ? part(
                each.name,
                '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
              )
            : each,
        ),
      ),
      'This Excel workbook is damaged.',
    ],
    [
      'a cell far to the right',
      bytesOf(
        ...book().map((each) =>
          each.name.includes('sheet1')
            ? part(
                each.name,
                '<worksheet><sheetData><row r="3"><c r="XFD3"><v>1</v></c></row></sheetData></worksheet>',
              )
            : each,
        ),
      ),
      'Row 3 of the sheet holds something beyond column 1000',
    ],
    [
      'two parts of one name',
      bytesOf(...book(), part('xl/workbook.xml', '')),
      'two of its parts have one name',
    ],
  ])('is said in a sentence: %s', async (_, bytes, words) => {
    await expect(openTable(csvFile(bytes, 'file.xlsx'))).rejects.toThrow(words);
  });

  it('is a bomb: what would grow beyond all measure is not inflated', async () => {
    const sheet = { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(40 * 1024 * 1024, 0x20) };
    const bomb = book().map((each) => (each.name === sheet.name ? sheet : each));
    await expect(openTable(csvFile(zip(bomb)))).rejects.toThrow(/a part of it would grow \d+ times as large/);
    const liar = bomb.map((each) => (each === sheet ? { ...sheet, announced: 100 } : each));
    await expect(openTable(csvFile(zip(liar)))).rejects.toThrow('This Excel workbook is damaged.');
    const giant = bomb.map((each) => (each === sheet ? { ...sheet, announced: 2 ** 31 } : each));
    await expect(openTable(csvFile(zip(giant)))).rejects.toThrow('a part of it would grow to 2048 MB');
  });
});
