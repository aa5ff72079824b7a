import type { ColumnQuestion, PlannedState } from '../../domain/import/import-plan.ts';
import { type DecimalMark, readAmount, toldMark } from '../../domain/money/read-amount.ts';
import { AppError, inWords } from '../../errors.ts';
import {
  type DateEvidence,
  type DateOrder,
  mayBeSince,
  NO_EVIDENCE,
  orderOf,
  weigh,
} from '../../reading/dates/read-dates.ts';
import { readStatus, type SaidStatuses } from '../../reading/lead/status.ts';
import { flaggedStage } from '../../reading/outcome/closed-flags.ts';
import { readStage, type SaidStages } from '../../reading/outcome/stage.ts';
import { saysNothing } from '../../reading/text.ts';
import { stateKey } from '../../reading/words/word-key.ts';
import type { Layout } from './columns/layout.ts';
import type { ColumnPlan } from './columns/match-columns.ts';
import { CurrencySigns } from './currency-signs.ts';
import type { Table } from './file/table.ts';
import { type ColumnReadings, longTail } from './values/read-values.ts';

export interface Survey extends ColumnReadings {
  rows: number;
  /** Columns whose rows leave open how they are to be read. */
  questions: readonly ColumnQuestion[];
  /** By field: which rows told the order of the dates. */
  evidence: ReadonlyMap<string, DateEvidence>;
  /** Of leads: how many may have come since `recentSince`, however their dates are read. */
  mayBeRecent: number;
  /** What stands in the column of states, and what each word means; null: nobody knows. */
  states: readonly PlannedState[];
}

/** What the person who imports said; null: as the file's own rows tell. */
interface Said {
  dateOrder: DateOrder | null;
  decimalMark: DecimalMark | null;
  /** ISO 4217, of amounts that name none. */
  currency: string;
  stages?: SaidStages;
  statuses?: SaidStatuses;
  /** Epoch ms. */
  recentSince?: number;
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
 * Reads the whole file once before anything is written: a quote that is never closed must stop the import before its first row and not after half of
 * them, and a column decides as a whole how its dates and amounts are read.
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
  const unclear = new UnclearAmounts();
  const states = new StateWords(layout, said);
  const signs = new CurrencySigns(plan, said.currency);
  const since = said.recentSince === undefined ? null : new Date(said.recentSince).toISOString().slice(0, 10);
  let mayBeRecent = 0;
  let rows = -1;
  for await (const { line, cells } of file.rows()) {
    rows += 1;
    if (rows === 0) continue;
    const cellOf = (field: string) => cells[plan.columns.get(field) ?? -1] ?? '';
    for (const [field, seen] of dates) dates.set(field, weigh(seen, cellOf(field), line));
    for (const [field, seen] of marks) {
      note(seen, toldMark(cellOf(field)));
      unclear.see(field, cellOf(field));
      signs.see(field, cellOf(field));
    }
    ids.see(cellOf('externalId'));
    // What the program says of it beside the word needs nobody to say what the word means.
    if (!flaggedStage({ isWon: cellOf('isWon'), isClosed: cellOf('isClosed') }))
      states.see(cellOf(states.field));
    if (since !== null && mayBeSince(cellOf('receivedAt'), since)) mayBeRecent += 1;
  }
  if (rows === 0) throw new AppError('invalid', inWords(`${file.path} has a header line and no rows`));
  const asked = said.dateOrder ? [] : [...dates].flatMap(([field, seen]) => dateQuestion(field, seen) ?? []);
  const told = [...dates].flatMap(([field, seen]): [string, DateOrder][] => {
    const order = said.dateOrder ?? orderOf(seen);
    return order ? [[field, order]] : [];
  });
  const decimals = new Map([...marks].flatMap(([field, seen]) => decided(field, seen, said.decimalMark)));
  return {
    rows,
    areIdsRounded: ids.areRounded,
    orders: new Map(told),
    marks: decimals,
    questions: [...asked, ...unclear.questions(decimals), ...signs.questions(), ...states.questions()],
    evidence: dates,
    mayBeRecent,
    states: states.all(),
  };
}

/** The words of the column that says how far a lead or a deal has come. */
class StateWords {
  readonly field: 'status' | 'outcome';
  readonly #read: (text: string) => string | null;
  readonly #words = new Map<string, { text: string; rows: number }>();

  constructor({ noun }: Layout, { stages, statuses }: Said) {
    this.field = noun === 'leads' ? 'status' : 'outcome';
    this.#read = noun === 'leads' ? (text) => readStatus(text, statuses) : (text) => readStage(text, stages);
  }

  see(text: string): void {
    if (saysNothing(text)) return;
    const key = stateKey(text);
    const known = this.#words.get(key);
    if (known) known.rows += 1;
    else if (this.#words.size < MOST_STATES) this.#words.set(key, { text, rows: 1 });
  }

  all(): PlannedState[] {
    const words = [...this.#words.values()].map((word) => ({ ...word, means: this.#read(word.text) }));
    return words.toSorted((a, b) => b.rows - a.rows);
  }

  questions(): ColumnQuestion[] {
    const words = this.all().filter(({ means }) => means === null);
    return words.length > 0 ? [{ what: 'states', field: this.field, words }] : [];
  }
}

/** Another column than that of a state has as many words as it has rows. */
const MOST_STATES = 200;

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

/** Null: nothing in the column needs an order, or its rows tell. */
function dateQuestion(field: string, evidence: DateEvidence): ColumnQuestion | null {
  if (orderOf(evidence) || evidence.ambiguous === null) return null;
  const against = Object.values(evidence.sure);
  const answers = evidence.possible.length > 1 ? evidence.possible : (['dmy', 'mdy'] as const);
  return { what: 'date_order', field, example: evidence.ambiguous, answers, against };
}

/** What can be read as two amounts, in a column that tells no decimal mark. */
class UnclearAmounts {
  readonly #first = new Map<string, { example: string; readings: readonly string[] }>();

  see(field: string, text: string): void {
    if (this.#first.has(field) || !/\d[.,'\u2019 \u00a0\u202f]\d{3}(?!\d)/.test(text)) return;
    const read = readAmount(text, { mark: null, threeDigits: 'unclear', mayMultiply: true });
    if ('kind' in read && read.kind === 'two_readings')
      this.#first.set(field, { example: text, readings: read.readings });
  }

  questions(marks: ReadonlyMap<string, DecimalMark>): ColumnQuestion[] {
    return [...this.#first].flatMap(([field, seen]) =>
      marks.has(field) ? [] : [{ what: 'decimal' as const, field, ...seen }],
    );
  }
}
