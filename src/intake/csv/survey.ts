import { type DecimalMark, toldMark } from '../../domain/money/read-amount.ts';
import { AppError, inWords } from '../../errors.ts';
import {
  type DateEvidence,
  type DateOrder,
  NO_EVIDENCE,
  orderOf,
  weigh,
} from '../../reading/dates/read-dates.ts';
import type { Layout } from './columns/layout.ts';
import type { ColumnPlan } from './columns/match-columns.ts';
import type { Table } from './file/table.ts';
import { type ColumnReadings, longTail } from './values/read-values.ts';

export interface Survey extends ColumnReadings {
  rows: number;
}

/** What the person who imports said; null: as the file's own rows tell. */
interface Said {
  dateOrder: DateOrder | null;
  decimalMark: DecimalMark | null;
}

/** Rows that show what a column without a known name holds. */
const SAMPLE = 100;

export async function readHead(file: Table): Promise<{ header: string[]; sample: string[][] }> {
  const rows: string[][] = [];
  for await (const { cells } of file.rows()) {
    rows.push(cells);
    if (rows.length > SAMPLE) break;
  }
  const [header, ...sample] = rows;
  if (header) return { header, sample };
  throw new AppError('invalid', inWords(`${file.path} is empty`));
}

/**
 * Reads the whole file once before anything is written: a quote that is never closed, or dates that nobody could tell apart,
 * must stop the import before its first row and not after half of them.
 */
export async function survey(
  file: Table,
  { layout, plan }: { layout: Layout; plan: ColumnPlan },
  said: Said,
): Promise<Survey> {
  const fieldsOf = (kinds: readonly string[]) =>
    [...plan.columns.keys()].filter((field) => kinds.includes(layout.fields[field] ?? ''));
  const dates = new Map(fieldsOf(['instant', 'day']).map((field) => [field, NO_EVIDENCE]));
  const marks = new Map(fieldsOf(['amount']).map((field) => [field, new Set<DecimalMark>()]));
  const ids = new LongIds();
  let rows = -1;
  for await (const { line, cells } of file.rows()) {
    rows += 1;
    if (rows === 0) continue;
    const cellOf = (field: string) => cells[plan.columns.get(field) ?? -1] ?? '';
    for (const [field, seen] of dates) dates.set(field, weigh(seen, cellOf(field), line));
    for (const [field, seen] of marks) note(seen, toldMark(cellOf(field)));
    ids.see(cellOf('externalId'));
  }
  if (rows === 0) throw new AppError('invalid', inWords(`${file.path} has a header line and no rows`));
  return {
    rows,
    areIdsRounded: ids.areRounded,
    orders: new Map([...dates].map(([field, seen]) => [field, said.dateOrder ?? told(field, seen)])),
    marks: new Map([...marks].flatMap(([field, seen]) => decided(field, seen, said.decimalMark))),
  };
}

/** A spreadsheet keeps fifteen digits of a number and fills up with noughts: one id may end so by itself, not all of a column. */
class LongIds {
  #noughts = 0;
  #isOneWhole = false;

  see(id: string): void {
    const tail = longTail(id);
    if (tail === null) return;
    if (/[1-9]/.test(tail)) this.#isOneWhole = true;
    this.#noughts += tail.length;
  }

  get areRounded(): boolean {
    return !this.#isOneWhole && this.#noughts >= TELLING_NOUGHTS;
  }
}

/** That so many stand there by chance happens once in a million files. */
const TELLING_NOUGHTS = 6;

function note(seen: Set<DecimalMark>, mark: DecimalMark | null): void {
  if (mark) seen.add(mark);
}

/** Rows that contradict each other tell nothing: each is read by itself. */
function decided(
  field: string,
  seen: ReadonlySet<DecimalMark>,
  said: DecimalMark | null,
): [string, DecimalMark][] {
  const [only] = seen;
  const mark = said ?? (seen.size === 1 ? only : undefined);
  return mark ? [[field, mark]] : [];
}

function told(field: string, evidence: DateEvidence): DateOrder {
  const order = orderOf(evidence);
  if (order) return order;
  const sure = Object.values(evidence.sure);
  const rows = sure.map(({ line, text }) => `line ${line} has "${text}"`).join(', ');
  const untold = sure.length > 1 ? `the dates fit no single order (${rows})` : "the file's rows do not tell";
  const left = evidence.possible.length > 1 ? evidence.possible : (['dmy', 'mdy'] as const);
  const orders = left.join(' or ');
  throw new AppError(
    'invalid',
    inWords(
      `${field}: "${evidence.ambiguous}" may be day-month or month-day, and ${untold}; add --date-order ${orders}`,
    ),
  );
}
