/**
 * A table, of which Slack takes one a message. Its cells are raw text, not mrkdwn: cells for numbers read the same, and Slack has refused
 * them.
 */
import type { RawTextElement, TableBlock } from '@slack/types';
import { clip } from '../../../sentences/clip.ts';

type Align = 'left' | 'right';

/** Slack's limit is 10,000 characters over all tables of a message. */
const LIMITS = { rows: 100, cells: 20, characters: 200 } as const;

interface TableOptions {
  header: readonly string[];
  rows: readonly (readonly string[])[];
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

function toCells(row: readonly string[]): RawTextElement[] {
  return row
    .slice(0, LIMITS.cells)
    .map((cell) => ({ type: 'raw_text', text: clip(cell, LIMITS.characters) || '-' }));
}
