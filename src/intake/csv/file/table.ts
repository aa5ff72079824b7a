import type { CsvRow } from './csv-file.ts';

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
