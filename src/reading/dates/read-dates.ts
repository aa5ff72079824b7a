/**
 * Dates as files and programs write them, turned into ISO 8601. Whether 01-02-2023 is in January or February is never guessed: another
 * row of the same column tells (31-01-2023), or the person who imports does.
 */
import { type DateOrder, takeApart, type WrittenDate } from './written-date.ts';

export type { DateOrder } from './written-date.ts';

interface Sure {
  text: string;
  line: number;
}

/** What the rows of one column say together. */
export interface DateEvidence {
  /** The first row that allows one order alone, by that order. */
  sure: Readonly<Partial<Record<DateOrder, Sure>>>;
  /** What no row has ruled out. */
  possible: readonly DateOrder[];
  /** A value that can be read in more ways than one. */
  ambiguous: string | null;
}

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

export const NO_EVIDENCE: DateEvidence = { sure: {}, possible: ORDERS, ambiguous: null };

/** Nearly all are written so, and leave nothing open. */
const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

export function weigh(evidence: DateEvidence, text: string, line = 0): DateEvidence {
  if (text === '' || ISO.test(text)) return evidence;
  const written = takeApart(text);
  if (!written || 'epoch' in written) return evidence;
  const { readings } = written;
  const allowed = ORDERS.filter((order) => readings[order]);
  if (
    allowed.length > 1 &&
    allowed.every((order) => isSame(readings[order], readings[allowed[0] ?? 'dmy']))
  ) {
    return evidence;
  }
  const possible = evidence.possible.filter((order) => allowed.includes(order));
  const [only, ...others] = allowed;
  if (only && others.length === 0) {
    return { ...evidence, possible, sure: { [only]: { text, line }, ...evidence.sure } };
  }
  return { ...evidence, possible, ambiguous: evidence.ambiguous ?? text };
}

function isSame(one: WrittenDate['readings'][DateOrder], other: WrittenDate['readings'][DateOrder]): boolean {
  return one?.year === other?.year && one?.month === other?.month && one?.day === other?.day;
}

/** Null: the column needs an order and its rows do not tell one. */
export function orderOf({ possible, ambiguous }: DateEvidence): DateOrder | null {
  const [only, ...others] = possible;
  if (only && others.length === 0) return only;
  return ambiguous === null ? 'dmy' : null;
}

/** Whether it is this day (YYYY-MM-DD) or later in one of the orders in which it can be read. */
export function mayBeSince(text: string, day: string): boolean {
  if (text === '') return false;
  if (ISO.test(text)) return text >= day;
  return ORDERS.some((order) => (isoOf(text, order) ?? '') >= day);
}

/** What is no date is handed on as it is, for the schema to refuse in its words. */
export function isoDate(text: string, order: DateOrder, isUtc = false): string {
  if (ISO.test(text) && !isUtc) return text.replace(' ', 'T');
  return isoOf(text, order, isUtc) ?? text;
}

/** Null: no date, or one whose order nobody told (`order` null). */
export function isoOf(text: string, order: DateOrder | null, isUtc = false): string | null {
  const written = takeApart(text);
  if (!written) return null;
  if ('epoch' in written) return new Date(written.epoch).toISOString();
  const { readings, time } = written;
  const day =
    order === null ? sureDay(readings) : (readings[order] ?? readings.dmy ?? readings.mdy ?? readings.ymd);
  if (!day) return null;
  const date = `${String(day.year).padStart(4, '0')}-${two(day.month)}-${two(day.day)}`;
  if (!time) return date;
  const { ms, offset } = time;
  const clock = `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}`;
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  return `${date}T${clock}${fraction}${zoneText(offset ?? (isUtc ? 0 : null))}`;
}

function sureDay(readings: WrittenDate['readings']) {
  const days = ORDERS.flatMap((order) => readings[order] ?? []);
  return days.every((day) => isSame(day, days[0])) ? days[0] : undefined;
}

function zoneText(offset: number | null): string {
  if (offset === null) return '';
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** "Submit Date (UTC)": the header says the zone of its column. */
export function isUtcHeader(header: string): boolean {
  return /[([]\s*(?:UTC|GMT|Z)\s*[)\]]|\b(?:UTC|GMT)$/i.test(header);
}
