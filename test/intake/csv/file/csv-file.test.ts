import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { openCsv, rowsOf } from '../../../../src/intake/csv/file/csv-file.ts';
import { openTable } from '../../../../src/intake/csv/file/open-table.ts';
import { csvFile } from '../../../support/csv.ts';

async function read(content: string | Buffer): Promise<{ line: number; cells: string[] }[]> {
  const rows = [];
  for await (const row of rowsOf(await openCsv(csvFile(content)))) rows.push(row);
  return rows;
}

const cellsOf = async (content: string | Buffer) => (await read(content)).map((row) => row.cells);

describe('a file in any encoding', () => {
  const text = 'name,city\nZoë Müller,Köln\nŁukasz,Łódź\n';
  const rows = [
    ['name', 'city'],
    ['Zoë Müller', 'Köln'],
    ['Łukasz', 'Łódź'],
  ];
  const encodings: [name: string, bytes: Buffer][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a byte order mark', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16 LE without one', iconv.encode(text, 'utf-16le', { addBOM: false })],
    ['UTF-16 BE with a byte order mark', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['UTF-16 BE without one', iconv.encode(text, 'utf-16be', { addBOM: false })],
  ];
  it.each(encodings)('is read in %s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual(rows);
  });

  it('is read in Windows-1252, also when the first umlaut stands far behind', async () => {
    const western = `name\n${'Ana Example\n'.repeat(20_000)}Jürgen Groß\n`;
    const read = await cellsOf(iconv.encode(western, 'windows-1252'));
    expect(read.at(-1)).toEqual(['Jürgen Groß']);
  });
});

describe('a delimiter', () => {
  it.each([
    ['comma', 'a,b\n1,2\n'],
    ['semicolon', 'a;b\n1;2\n'],
    ['tab', 'a\tb\n1\t2\n'],
    ['semicolon although a header holds commas', '"a";b\n1;2\n'],
    ['the one that Excel names in a first line', 'sep=;\r\na;b\r\n1;2\r\n'],
  ])('is told from the header: %s', async (_, text) => {
    expect((await cellsOf(text)).at(-1)).toEqual(['1', '2']);
  });

  it('is not looked for inside of quotes', async () => {
    expect(await cellsOf('"name, first; last",mail\nAna,a@x.example\n')).toEqual([
      ['name, first; last', 'mail'],
      ['Ana', 'a@x.example'],
    ]);
  });
});

describe('the number of a row', () => {
  it('is the line that an editor shows, whatever the rows before it hold', async () => {
    const rows = await read('a,b\r\n1,"x\r\ny\r\nz"\r\n\r\n2,3\r\n"q\r\nr",4\r\n5,6\r\n');
    expect(rows.map((row) => row.line)).toEqual([1, 2, 6, 7, 9]);
  });

  it('stays right behind a line that Excel wrote for itself', async () => {
    expect((await read('sep=,\na,b\n1,2\n')).map((row) => row.line)).toEqual([2, 3]);
  });

  it('counts lines that end in different ways', async () => {
    const rows = await read('a,b\r\n1,2\n3,4\r\n5,6');
    expect(rows.map((row) => [row.line, row.cells.join()])).toEqual([
      [1, 'a,b'],
      [2, '1,2'],
      [3, '3,4'],
      [4, '5,6'],
    ]);
  });
});

describe('what is not CSV', () => {
  it('is a program', async () => {
    const program = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0, 0, 0]);
    await expect(openCsv(csvFile(program))).rejects.toThrow('it holds NUL bytes');
  });

  it('is an empty file, or none at all', async () => {
    await expect(openTable(csvFile(''))).rejects.toThrow('is empty');
    await expect(openTable('/nowhere/leads.csv')).rejects.toThrow('There is no file /nowhere/leads.csv');
  });

  it('is a quote that is never closed, named by the line where its row begins', async () => {
    await expect(read('a,b\n1,2\n3,"4\n5,6\n7,8\n')).rejects.toThrow('The row that begins on line 3');
  });

  it('is not a stray quote inside a cell', async () => {
    expect((await cellsOf('size\n5" pipe\n'))[1]).toEqual(['5" pipe']);
  });
});
