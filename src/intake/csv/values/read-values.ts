import { type DecimalMark, readAmount } from '../../../domain/money/read-amount.ts';
import { headerSign } from '../../../reading/amounts/header-currency.ts';
import { type DateOrder, isoDate, isoOf, isUtcHeader } from '../../../reading/dates/read-dates.ts';
import type { FileAnswers } from '../../../sentences/en/file-answers.ts';
import { EXTRA, type Layout } from '../columns/layout.ts';
import type { ColumnPlan } from '../columns/match-columns.ts';

/** A row as the API would have sent it: text by field, blank cells left out, the rest under `fields`. */
export type RowValues = Record<string, string | Record<string, string>>;

export interface ValueReader extends ColumnReadings {
  layout: Layout;
  plan: ColumnPlan;
  answers: FileAnswers;
}

/** By field: how the dates and amounts of its column are read. A column whose rows tell no decimal mark has none. */
export interface ColumnReadings {
  /** Of which column the rows tell; of the others each date is read by itself. */
  orders: ReadonlyMap<string, DateOrder>;
  marks: ReadonlyMap<string, DecimalMark>;
  /** Of the long numbers in the column of ids none is whole any more. */
  areIdsRounded: boolean;
}

/** What a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;

/** The digits of an id that a spreadsheet would not keep; null: it has none of them. */
export function longTail(id: string): string | null {
  return /^\d{16,}$/.test(id) ? id.slice(KEPT_DIGITS) : null;
}

/** Or a sentence about the first cell that can be read in more ways than one. */
export function readValues(
  reader: ValueReader,
  cells: readonly string[],
): { values: RowValues } | { field: string; problem: string } {
  const values: RowValues = {};
  const fields: [string, string][] = [];
  for (const [field, text] of textsOf(reader.plan, cells)) {
    if (text === '') continue;
    const value = readCell(reader, field, text);
    if (typeof value !== 'string') return { field, problem: `${nameOf(reader, field)}: ${value.problem}` };
    if (field.startsWith(EXTRA)) fields.push([field.slice(EXTRA.length), value]);
    else values[field] = value;
  }
  const silent = reader.plan.telling.find((field) => values[field] === undefined);
  if (silent)
    return {
      field: silent,
      problem: `${nameOf(reader, silent)}: is blank, so the row does not say that the deal was won`,
    };
  return { values: fields.length > 0 ? { ...values, fields: Object.fromEntries(fields) } : values };
}

function nameOf({ plan, answers }: ValueReader, field: string): string {
  return headerOf(plan, field) || answers.field(field);
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
  if (field === 'externalId' && reader.areIdsRounded && longTail(text) !== null) return { problem: ROUNDED };
  switch (reader.layout.fields[field]) {
    case 'amount':
      return plainAmount(text, reader.marks.get(field) ?? null, {
        sign: headerSign(headerOf(reader.plan, field)) ?? '',
        answers: reader.answers,
      });
    case 'instant':
      return readDate(reader, field, text);
    case 'day':
      return readDay(reader, field, text);
    default:
      return text;
  }
}

function readDay(reader: ValueReader, field: string, text: string): string | { problem: string } {
  const read = readDate(reader, field, text);
  return typeof read === 'string' ? dayOnly(read) : read;
}

/** Where the column has told no order, a date that needs one is a question. */
function readDate(reader: ValueReader, field: string, text: string): string | { problem: string } {
  const order = reader.orders.get(field);
  const isUtc = isUtcHeader(headerOf(reader.plan, field));
  if (order) return isoDate(text, order, isUtc);
  const sure = isoOf(text, null, isUtc);
  if (sure !== null) return sure;
  const isDate = isoOf(text, 'dmy', isUtc) !== null;
  return isDate ? { problem: `"${text}" may be day-month or month-day: ${reader.answers.dateOrder}` } : text;
}

function headerOf({ header, columns }: ColumnPlan, field: string): string {
  return header[columns.get(field) ?? -1] ?? '';
}

const ROUNDED =
  'all long ids of this column end in noughts: a spreadsheet has rounded them; export the column as text';

/** Exports write midnight behind their days. */
function dayOnly(iso: string): string {
  return iso.replace(/^(\d{4}-\d\d-\d\d)[T ]00:00(:00(\.0+)?)?$/, '$1');
}

/** In the API's notation, the sign of its currency in front; what is no amount is handed on, for the schema to refuse in its words. */
function plainAmount(
  text: string,
  mark: DecimalMark | null,
  { sign, answers }: { sign: string; answers: FileAnswers },
): string | { problem: string } {
  const read = readAmount(text, { mark, threeDigits: 'unclear', mayMultiply: true });
  if ('plain' in read) return (read.sign || sign) + read.plain;
  if (read.kind === 'two_readings') {
    return {
      problem: `"${text}" can be read two ways: write ${read.readings.join(' or ')}, or ${answers.decimal}`,
    };
  }
  const isAmount = 'plain' in readAmount(text, { mark: null, threeDigits: 'thousands' });
  return isAmount ? { problem: `"${text}" is no amount where "${mark}" is the decimal mark` } : text;
}
