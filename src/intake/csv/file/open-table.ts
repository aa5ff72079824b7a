import { type CsvRow, openCsv, rowsOf } from './csv-file.ts';
import { formatOf } from './format.ts';

/** A list in a file, whatever the file is. It may be read more than once, and is never in memory as a whole. */
export interface Table {
  path: string;
  /** What stands above the header. */
  titles: readonly string[];
  /** Of a workbook: what else is to be said of it. */
  sheet: OpenedSheet | null;
  /** The header first; blank rows are passed over. */
  rows(): AsyncGenerator<CsvRow>;
}

export interface OpenedSheet {
  name: string;
  /** Further sheets that are not hidden. */
  others: readonly string[];
  /** Rows that Excel hides, by hand or by a filter: they are taken like any other. */
  hiddenRows: number;
  /** Formulas that were never computed: their cells count as blank. */
  uncomputed: number;
}

/** `sheet` names the one of a workbook that is meant; without one it is the first that holds anything. */
export async function openTable(path: string, sheet?: string): Promise<Table> {
  if ((await formatOf(path)) === 'xlsx') {
    // Loaded when the first workbook comes: the bot and the command line start without it.
    const { openWorkbook } = await import('../workbook/open-workbook.ts');
    return await openWorkbook(path, sheet);
  }
  const file = await openCsv(path);
  return { path, titles: file.dialect.titles, sheet: null, rows: () => rowsOf(file) };
}
