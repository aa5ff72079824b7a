import { AppError } from '../../errors.ts';
import type { Layout } from './columns/layout.ts';
import type { ColumnPlan } from './columns/match-columns.ts';
import { type CsvFile, rowsOf } from './file/csv-file.ts';
import { type DateEvidence, type DateOrder, NO_EVIDENCE, orderOf, weigh } from './values/dates.ts';

export interface Survey {
  rows: number;
  /** By field. */
  orders: ReadonlyMap<string, DateOrder>;
}

export async function readHeader(file: CsvFile): Promise<string[]> {
  for await (const { cells } of rowsOf(file)) return cells;
  throw new AppError('invalid', `${file.path} is empty`);
}

/**
 * Reads the whole file once before anything is written: a quote that is never closed, or dates that nobody could tell apart,
 * must stop the import before its first row and not after half of them.
 */
export async function survey(
  file: CsvFile,
  { layout, plan }: { layout: Layout; plan: ColumnPlan },
  order: DateOrder | null,
): Promise<Survey> {
  const evidence = new Map<string, DateEvidence>();
  for (const field of plan.columns.keys()) if (isDate(layout, field)) evidence.set(field, NO_EVIDENCE);
  let rows = -1;
  for await (const { cells } of rowsOf(file)) {
    rows += 1;
    if (rows === 0) continue;
    for (const [field, seen] of evidence) {
      evidence.set(field, weigh(seen, cells[plan.columns.get(field) ?? -1] ?? ''));
    }
  }
  if (rows === 0) throw new AppError('invalid', `${file.path} has a header line and no rows`);
  const orders = [...evidence].map(([field, seen]) => [field, order ?? told(field, seen)] as const);
  return { rows, orders: new Map(orders) };
}

function isDate(layout: Layout, field: string): boolean {
  return layout.fields[field] === 'instant' || layout.fields[field] === 'day';
}

function told(field: string, evidence: DateEvidence): DateOrder {
  const order = orderOf(evidence);
  if (order) return order;
  const example = evidence.ambiguous;
  throw new AppError(
    'invalid',
    `${field}: "${example}" may be day-month or month-day, and the file's rows do not tell; add --date-order dmy or mdy`,
  );
}
