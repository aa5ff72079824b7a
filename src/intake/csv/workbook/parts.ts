import { posix } from 'node:path';
import { AppError, inWords } from '../../../errors.ts';
import type { Archive } from './archive.ts';
import { type NumberFormat, numberFormat } from './number-format.ts';
import { readWholeXml } from './xml.ts';

const MB = 1024 * 1024;
/** Of the texts that the cells share: all of them are in memory while the sheet is read. */
const MOST_TEXTS = 96 * MB;
const MOST_SMALL_PART = 16 * MB;

export interface Sheet {
  name: string;
  isHidden: boolean;
  part: string;
}

export interface Book {
  /** In the order of the tabs; charts are none. */
  sheets: readonly Sheet[];
  is1904: boolean;
}

export async function readBook(archive: Archive): Promise<Book> {
  const path = (await relations(archive, '')).find(({ type }) => type === 'officeDocument')?.target ?? '';
  const targets = new Map((await relations(archive, path)).map((each) => [each.id, each]));
  const sheets: Sheet[] = [];
  let is1904 = false;
  await readWholeXml(await archive.open(path, MOST_SMALL_PART), {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const target = targets.get(id ?? '');
      if (target?.type !== 'worksheet' || !archive.has(target.target)) return;
      const isHidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', isHidden, part: target.target });
    },
  });
  return { sheets, is1904 };
}

/** The formats of numbers, by the style that a cell names. */
export async function readFormats(archive: Archive): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isCellXf = false;
  await readWholeXml(await partOf(archive, 'styles'), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') isCellXf = true;
      if (name === 'xf' && isCellXf) ids.push(Number(numFmtId ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellXf = false;
    },
  });
  return ids.map((id) => numberFormat(id, codes.get(id) ?? null));
}

export async function readTexts(archive: Archive): Promise<readonly string[]> {
  const texts: string[] = [];
  const gathered = new CellText();
  await readWholeXml(await partOf(archive, 'sharedStrings', MOST_TEXTS), {
    open: (name) => gathered.open(name),
    text: (text) => gathered.text(text),
    close: (name) => {
      gathered.close(name);
      if (name === 'si') texts.push(gathered.take());
    },
  });
  return texts;
}

/** The text of a cell, which may be in several runs; how it is pronounced is not part of it. */
export class CellText {
  #text = '';
  #isText = false;
  #isSpoken = false;

  open(name: string): void {
    if (name === 't') this.#isText = true;
    if (name === 'rPh') this.#isSpoken = true;
  }

  text(text: string): void {
    if (this.#isText && !this.#isSpoken) this.#text += text;
  }

  close(name: string): void {
    if (name === 't') this.#isText = false;
    if (name === 'rPh') this.#isSpoken = false;
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return unescaped(text);
  }
}

/** Characters that XML cannot hold are written `_x000D_`. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true' || text === 'on';
}

async function partOf(archive: Archive, type: string, most = MOST_SMALL_PART) {
  const book = (await relations(archive, '')).find((each) => each.type === 'officeDocument')?.target ?? '';
  const target = (await relations(archive, book)).find((each) => each.type === type)?.target;
  return target === undefined ? null : await archive.open(target, most);
}

interface Relation {
  id: string;
  /** The last part of its address: Excel's own files and strict ones differ before it. */
  type: string;
  target: string;
}

/** Of a part, or with an empty name of the archive. */
async function relations(archive: Archive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const found: Relation[] = [];
  await readWholeXml(await archive.open(`${folder}_rels/${part.slice(slash)}.rels`, MOST_SMALL_PART), {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: within(folder, Target) });
    },
  });
  return found;
}

function within(folder: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
}

export function chooseSheet(sheets: readonly Sheet[], named: string): Sheet {
  const fold = (text: string) => text.normalize('NFC').trim().toLowerCase();
  const found = sheets.find(({ name }) => fold(name) === fold(named));
  if (found) return found;
  const names = sheets.map(({ name }) => `"${name}"`).join(', ');
  throw new AppError('not_found', inWords(`The workbook has no sheet "${named}"; its sheets are ${names}`));
}
