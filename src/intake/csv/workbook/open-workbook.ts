import { AppError, inWords } from '../../../errors.ts';
import { cleanProse } from '../../../reading/text.ts';
import type { CsvRow } from '../file/csv-file.ts';
import type { Table } from '../file/table.ts';
import { type Archive, openArchive } from './archive.ts';
import { findHeader, MOST_TITLES } from './header.ts';
import { type Merge, MergedDown } from './merges.ts';
import { chooseSheet, readBook, readFormats, readTexts, type Sheet } from './parts.ts';
import { type SheetContext, type SheetRow, sheetRows } from './sheet-rows.ts';

/**
 * The sheet that is named, else the first visible one that holds anything. It is read once here: which cells are merged stands behind
 * all rows, and nothing of a damaged workbook must be taken.
 */
export async function openWorkbook(path: string, sheetName: string | undefined): Promise<Table> {
  const archive = await openArchive(path);
  try {
    const book = await readBook(archive);
    const texts = await readTexts(archive);
    const context = { texts, formats: await readFormats(archive), is1904: book.is1904 };
    for (const sheet of candidates(book.sheets, sheetName)) {
      const seen = await look(archive, sheet, context);
      if (seen.head.length > 0) return tableOf(path, { sheet, seen, context, sheets: book.sheets });
    }
  } finally {
    archive.close();
  }
  throw new AppError('invalid', inWords(`${path} is empty: no visible sheet of it holds anything`));
}

function candidates(sheets: readonly Sheet[], named: string | undefined): readonly Sheet[] {
  return named === undefined ? sheets.filter(({ isHidden }) => !isHidden) : [chooseSheet(sheets, named)];
}

interface Seen {
  head: SheetRow[];
  merges: readonly Merge[];
  width: number;
  hidden: number;
  uncomputed: number;
}

async function look(archive: Archive, sheet: Sheet, context: SheetContext): Promise<Seen> {
  const seen: Seen = { head: [], merges: [], width: 0, hidden: 0, uncomputed: 0 };
  const part = await archive.open(sheet.part);
  if (!part) return seen;
  const reading = sheetRows(part, context);
  for (let next = await reading.next(); ; next = await reading.next()) {
    if (next.done) return { ...seen, merges: next.value };
    for (const row of next.value) {
      if (seen.head.length <= MOST_TITLES) seen.head.push(row);
      seen.width = Math.max(seen.width, row.cells.length);
      seen.uncomputed += row.uncomputed;
      if (row.isHidden) seen.hidden += 1;
    }
  }
}

interface Opened {
  sheet: Sheet;
  seen: Seen;
  context: SheetContext;
  sheets: readonly Sheet[];
}

function tableOf(path: string, { sheet, seen, context, sheets }: Opened): Table {
  const { head, merges, width } = seen;
  const merged = new MergedDown(merges);
  for (const { line, cells, numbers } of head) merged.fill(line, cells, numbers);
  const header = findHeader(head, merges, width);
  const shape = { width, headerLine: header.line, names: header.names.map(cleanProse) };
  return {
    path,
    titles: header.titles,
    sheet: {
      name: sheet.name,
      others: sheets.filter((other) => other !== sheet && !other.isHidden).map(({ name }) => name),
      hiddenRows: seen.hidden,
      uncomputed: seen.uncomputed,
    },
    rows: () => listRows(path, sheet, { context, merges, ...shape }),
  };
}

interface Shape {
  context: SheetContext;
  merges: readonly Merge[];
  width: number;
  headerLine: number;
  names: string[];
}

async function* listRows(path: string, sheet: Sheet, shape: Shape): AsyncGenerator<CsvRow> {
  const { context, merges, width, headerLine, names } = shape;
  yield { line: headerLine, cells: names };
  const merged = new MergedDown(merges);
  const archive = await openArchive(path);
  try {
    const part = await archive.open(sheet.part);
    if (!part) return;
    for await (const rows of sheetRows(part, context)) {
      for (const { line, cells, numbers } of rows) {
        merged.fill(line, cells, numbers);
        if (line <= headerLine || !cells.some(Boolean)) continue;
        while (cells.length < width) cells.push('');
        yield { line, cells: cells.map(cleanProse) };
      }
    }
  } finally {
    archive.close();
  }
}
