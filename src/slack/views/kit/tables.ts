/** Tables: `table` for what is read at a glance, `dataTable` for what is paged and sorted. Both take raw text, not mrkdwn. */
import type { DataTableBlock, RawNumberElement, RawTextElement, TableBlock } from '@slack/types';
import { clip } from '../../../sentences/clip.ts';

/** A number with the text that is shown for it, or text. */
type Cell = string | { value: number; text: string };

type Align = 'left' | 'right';

/** Slack's limit is 10,000 characters over all tables of a message. */
const LIMITS = { rows: 100, cells: 20, characters: 200 } as const;

interface TableOptions {
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** One for each column; left where it is missing. */
  align?: readonly Align[];
}

export function table(options: TableOptions): TableBlock {
  const rows = [options.header, ...options.rows].slice(0, LIMITS.rows);
  return {
    type: 'table',
    column_settings: options.header
      .slice(0, LIMITS.cells)
      .map((_, column) => ({ align: options.align?.[column] ?? 'left', is_wrapped: column === 0 })),
    rows: rows.map(toCells),
  };
}

interface DataTableOptions {
  caption: string;
  header: readonly string[];
  /** At least one. */
  rows: readonly (readonly Cell[])[];
  pageSize?: number;
}

export function dataTable(options: DataTableOptions): DataTableBlock {
  const rows = options.rows.slice(0, LIMITS.rows);
  return {
    type: 'data_table',
    caption: options.caption,
    page_size: options.pageSize ?? 10,
    row_header_column_index: 0,
    rows: [options.header, ...rows].map(toCells),
  };
}

function toCells(row: readonly Cell[]): (RawTextElement | RawNumberElement)[] {
  return row.slice(0, LIMITS.cells).map(toCell);
}

function toCell(cell: Cell): RawTextElement | RawNumberElement {
  if (typeof cell === 'string') return { type: 'raw_text', text: clip(cell, LIMITS.characters) || '-' };
  return { type: 'raw_number', value: cell.value, text: clip(cell.text, LIMITS.characters) || '-' };
}
