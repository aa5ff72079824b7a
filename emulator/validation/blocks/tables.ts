import { z } from 'zod';
import { id, text } from '../composition.ts';
import { LIMITS } from '../limits.ts';
import { richText } from './rich-text.ts';

const words = text(LIMITS.table.characters);
const rawText = z.strictObject({ type: z.literal('raw_text'), text: words });
const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: words,
});
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richText]);

const column = z.strictObject({
  align: z.enum(['left', 'center', 'right']).optional(),
  is_wrapped: z.boolean().optional(),
});

export const table = z.strictObject({
  type: z.literal('table'),
  block_id: id.optional(),
  rows: z.array(z.array(cell).min(1).max(LIMITS.table.cells)).min(1).max(LIMITS.table.rows),
  /** Slack takes null for a column that is left as it is. */
  column_settings: z.array(column.nullable()).min(1).max(LIMITS.table.cells).optional(),
});

export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: id.optional(),
    caption: text(LIMITS.text.characters),
    rows: z.array(z.array(cell).min(1).max(LIMITS.dataTable.cells)).min(2).max(LIMITS.dataTable.rows),
    page_size: z.int().min(1).max(LIMITS.dataTable.pageSize).optional(),
    row_header_column_index: z.int().min(0).optional(),
  })
  .refine(({ rows }) => rows.every((row) => row.length === rows[0]?.length), {
    message: 'all rows must have the same number of cells',
    path: ['rows'],
  })
  .refine(({ rows }) => rows[0]?.every(({ type }) => type !== 'rich_text'), {
    message: 'header cells must not be rich_text',
    path: ['rows', 0],
  })
  .refine(({ rows, row_header_column_index: index }) => (index ?? 0) < (rows[0]?.length ?? 0), {
    message: 'must be the index of a column',
    path: ['row_header_column_index'],
  });
