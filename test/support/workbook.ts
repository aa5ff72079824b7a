/** Workbooks made by hand, part by part, so that a test may also make one that no program writes. */
import { crc32, deflateRawSync } from 'node:zlib';
import { csvFile } from './csv.ts';

interface Part {
  name: string;
  content: Buffer;
  /** What the archive says of its size; by default the truth. */
  announced?: number;
}

export function zip(parts: readonly Part[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, announced = content.length } of parts) {
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(announced, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name)]);
    local.push(header, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, Buffer.from(name)]),
    );
    offset += header.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
}

/** Text is shared, a number counts as it is, `{ xml }` is a cell's inside as a program writes it; null: no cell. */
export type Cell =
  | string
  | number
  | null
  | { n: number | string; style: number }
  | { xml: string; attributes?: string };

interface MadeSheet {
  name?: string;
  rows: readonly (readonly Cell[])[];
  /** `A1:C1` */
  merges?: readonly string[];
  /** Numbers of rows. */
  hiddenRows?: readonly number[];
  state?: 'hidden' | 'veryHidden';
}

export interface MadeBook {
  sheets: readonly MadeSheet[];
  /** Formats of numbers; a cell's style counts from 1. */
  formats?: readonly string[];
  is1904?: boolean;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function workbook({ sheets, formats = [], is1904 = false }: MadeBook): Part[] {
  const texts: string[] = [];
  const drawn = sheets.map((sheet) => drawSheet(sheet, texts));
  const names = sheets.map(
    ({ name = 'Sheet', state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  return [
    part('[Content_Types].xml', '<Types/>'),
    part('_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${names.join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, at): Relation => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`]),
        ['rIdS', 'sharedStrings', 'sharedStrings.xml'],
        ['rIdF', 'styles', '/xl/styles.xml'],
      ]),
    ),
    part('xl/styles.xml', styles(formats)),
    ...drawn.map((xml, at) => part(`xl/worksheets/sheet${at + 1}.xml`, xml)),
    part('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${texts.join('')}</sst>`),
  ];
}

export function workbookFile(book: MadeBook, name = 'file.xlsx'): string {
  return csvFile(zip(workbook(book)), name);
}

export function part(name: string, content: string): Part {
  return { name, content: Buffer.from(content) };
}

type Relation = [id: string, type: string, target: string];

function relations(all: readonly Relation[]): string {
  const each = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${each.join('')}</Relationships>`;
}

function styles(formats: readonly string[]): string {
  const codes = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`);
  const xfs = ['<xf numFmtId="0"/>', ...formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`)];
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`;
}

function drawSheet({ rows, merges = [], hiddenRows = [] }: MadeSheet, texts: string[]): string {
  const drawn = rows.map((cells, at) => {
    const inside = cells.map((cell, column) => drawCell(cell, `${letters(column)}${at + 1}`, texts));
    const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : '';
    return cells.length > 0 ? `<row r="${at + 1}"${hidden}>${inside.join('')}</row>` : '';
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet xmlns="${MAIN}"><sheetData>${drawn.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
}

function drawCell(cell: Cell, place: string, texts: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'string') {
    texts.push(`<si><t xml:space="preserve">${escaped(cell)}</t></si>`);
    return `<c r="${place}" t="s"><v>${texts.length - 1}</v></c>`;
  }
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if ('xml' in cell) return `<c r="${place}" ${cell.attributes ?? ''}>${cell.xml}</c>`;
  return `<c r="${place}" s="${cell.style}"><v>${cell.n}</v></c>`;
}

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
