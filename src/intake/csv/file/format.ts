import { open } from 'node:fs/promises';
import { AppError, inWords } from '../../../errors.ts';

/** What a file is by its first bytes, whatever its name ends in. Nothing that is known and can't be read is taken for text. */
export async function formatOf(path: string): Promise<'text' | 'xlsx'> {
  const file = await open(path).catch((cause) => {
    throw new AppError('not_found', inWords(`There is no file ${path}`), { cause });
  });
  try {
    if (!(await file.stat()).isFile()) throw new AppError('invalid', inWords(`${path} is not a file`));
    const read = async (at: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    };
    const head = await read(0, HEAD);
    if (head.length === 0) throw new AppError('invalid', inWords(`${path} is empty`));
    const start = head.toString('latin1', 0, 8);
    if (start.startsWith('PK\x03\x04')) {
      const { size } = await file.stat();
      return inZip(Buffer.concat([head, await read(Math.max(size - TAIL, 0), TAIL)]));
    }
    if (start.startsWith('\xd0\xcf\x11\xe0')) throw notRead(await compound(head, read));
    const other = OTHERS.find(([magic]) => start.startsWith(magic));
    if (other) throw notRead(other[1]);
    return 'text';
  } finally {
    await file.close();
  }
}

const HEAD = 4096;
/** The names of an archive's parts stand at its end. */
const TAIL = 64 * 1024;

const AS_TABLE = 'Save it as .xlsx or as CSV (UTF-8) and try again.';

const OTHERS: readonly (readonly [start: string, sentence: string])[] = [
  ['%PDF', 'This is a PDF document, and no table can be read from it. Export the list as .xlsx or CSV.'],
  ['\x89PNG', 'This is a picture. Export the list as .xlsx or CSV.'],
  ['\xff\xd8\xff', 'This is a picture. Export the list as .xlsx or CSV.'],
  ['GIF8', 'This is a picture. Export the list as .xlsx or CSV.'],
  ['\x1f\x8b', 'This is a gzip archive. Unpack it and try again with the file in it.'],
  ['7z\xbc\xaf', 'This is a 7-Zip archive. Unpack it and try again with the file in it.'],
  ['Rar!', 'This is a RAR archive. Unpack it and try again with the file in it.'],
  ['{\\rtf', `This is a text document. ${AS_TABLE}`],
];

/** By names of parts, of which each kind of document has its own. */
const ZIPPED: readonly (readonly [part: string, sentence: string | null])[] = [
  ['xl/workbook.bin', `This is a binary Excel workbook (.xlsb). ${AS_TABLE}`],
  ['xl/workbook.xml', null],
  ['opendocument.spreadsheet', `This is an OpenDocument table (.ods). ${AS_TABLE}`],
  [
    'Index/Document.iwa',
    'This is a Numbers table. In Numbers: File → Export To → Excel or CSV, and try again.',
  ],
  ['Index.zip', 'This is a Numbers table. In Numbers: File → Export To → Excel or CSV, and try again.'],
  ['word/', 'This is a Word document. Copy its table into Excel, save that as .xlsx, and try again.'],
  ['ppt/', 'This is a PowerPoint document. Export the list as .xlsx or CSV.'],
];

function inZip(bytes: Buffer): 'xlsx' {
  const text = bytes.toString('latin1');
  const known = ZIPPED.find(([part]) => text.includes(part));
  if (known && known[1] === null) return 'xlsx';
  // Some writers name the workbook as they like.
  if (!known && text.includes('[Content_Types].xml') && text.includes('xl/')) return 'xlsx';
  throw notRead(known?.[1] ?? 'This is a zip archive. Unpack it and try again with the file in it.');
}

/** Old Office documents are file systems of their own; so is a workbook that is locked. */
async function compound(
  head: Buffer,
  read: (at: number, length: number) => Promise<Buffer>,
): Promise<string> {
  if (head.length < HEADER_OF_COMPOUND) return OLD_WORKBOOK;
  const sector = 2 ** Math.min(head.readUInt16LE(30), 12);
  const directory = await read((head.readUInt32LE(48) + 1) * sector, HEAD);
  const names = directory.toString('utf16le');
  if (names.includes('EncryptedPackage')) {
    return 'This workbook is locked with a password. In Excel: File → Info → Protect Workbook → Encrypt with Password, delete the password, save, and try again.';
  }
  if (names.includes('WordDocument')) return `This is an old Word document. ${AS_TABLE}`;
  return OLD_WORKBOOK;
}

const HEADER_OF_COMPOUND = 512;
const OLD_WORKBOOK =
  'This is an old Excel workbook (.xls). In Excel: File → Save As → Excel Workbook (.xlsx), and try again.';

function notRead(sentence: string): AppError {
  return new AppError('invalid', inWords(sentence));
}
