import { EXTRA, type Layout } from '../columns/layout.ts';
import type { ColumnPlan } from '../columns/match-columns.ts';
import { plainAmount } from './amounts.ts';
import { type DateOrder, isoDate } from './dates.ts';

/** A row as the API would have sent it: text by field, blank cells left out, the rest under `fields`. */
export type RowValues = Record<string, string | Record<string, string>>;

export interface ValueReader {
  layout: Layout;
  plan: ColumnPlan;
  delimiter: string;
  orders: ReadonlyMap<string, DateOrder>;
}

/** Or a sentence about the first cell that can be read in more ways than one. */
export function readValues(reader: ValueReader, cells: readonly string[]): RowValues | string {
  const values: RowValues = {};
  const fields: Record<string, string> = {};
  for (const [field, text] of textsOf(reader.plan, cells)) {
    if (text === '') continue;
    const value = readCell(reader, field, text);
    if (typeof value !== 'string') return `${field}: ${value.problem}`;
    if (field.startsWith(EXTRA)) fields[field.slice(EXTRA.length)] = value;
    else values[field] = value;
  }
  const silent = reader.plan.telling.find((field) => values[field] === undefined);
  if (silent) return `${silent}: is blank, so the row does not say that the deal was won`;
  return Object.keys(fields).length > 0 ? { ...values, fields } : values;
}

function textsOf({ columns, constants, prefixes }: ColumnPlan, cells: readonly string[]): [string, string][] {
  const read = [...columns].map(([field, index]): [string, string] => {
    const prefix = prefixes.get(index);
    const text = cells[index] ?? '';
    return [field, prefix && text.startsWith(prefix) ? text.slice(prefix.length) : text];
  });
  return [...read, ...Object.entries(constants)];
}

function readCell(reader: ValueReader, field: string, text: string): string | { problem: string } {
  switch (reader.layout.fields[field]) {
    case 'amount': {
      const read = plainAmount(text, reader.delimiter);
      return 'problem' in read ? read : read.amount;
    }
    case 'instant':
      return isoDate(text, reader.orders.get(field) ?? 'dmy');
    case 'day':
      return dayOnly(isoDate(text, reader.orders.get(field) ?? 'dmy'));
    default:
      return text;
  }
}

/** Exports write midnight behind their days. */
function dayOnly(iso: string): string {
  return iso.replace(/^(\d{4}-\d\d-\d\d)[T ]00:00(:00(\.0+)?)?$/, '$1');
}
