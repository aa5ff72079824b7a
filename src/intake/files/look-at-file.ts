/** A file as it is shown before anything of it is taken: what each column is, what is still to be asked, and what would come of it. */

import {
  type FileLook,
  type FileQuestion,
  type FileWish,
  MOST_NAMED,
} from '../../domain/brought-file/brought-file.ts';
import { toldMark } from '../../domain/money/read-amount.ts';
import {
  type DateEvidence,
  type DateOrder,
  isoDate,
  NO_EVIDENCE,
  orderOf,
  weigh,
} from '../../reading/dates/read-dates.ts';
import type { Context } from '../../usecases/context.ts';
import { EXTRA } from '../csv/columns/layout.ts';
import type { CsvRow } from '../csv/file/csv-file.ts';
import { openTable } from '../csv/file/open-table.ts';
import type { Table } from '../csv/file/table.ts';
import type { ImportRequest } from '../csv/import-rows.ts';
import { readHead } from '../csv/survey.ts';
import { FILE_KINDS, type FileReport } from './kinds.ts';
import { type Matched, matchFile } from './match-file.ts';

export async function lookAtFile(ctx: Context, request: ImportRequest, wish: FileWish): Promise<FileLook> {
  const table = await openTable(request.path, request.sheet);
  const head = await readHead(table);
  const matched = matchFile(head, wish);
  const { noun, plan } = matched;
  const { orders, questions } = await readColumns(table, matched, wish);
  const missing = matched.missing.map(
    ([field = '', ...others]): FileQuestion => ({ kind: 'missing', field, others }),
  );
  const asked = [...missing, ...questions];
  const report = asked.length === 0 ? await tried(ctx, request, { noun, wish }) : null;
  const rows = report?.rows ?? (await countRows(table));
  const own = [...plan.columns].filter(([field]) => !field.startsWith(EXTRA)).sort(([, a], [, b]) => a - b);
  const used = new Set(own.map(([, index]) => index));
  return {
    noun,
    sheet: table.sheet && { ...table.sheet, others: [...table.sheet.others] },
    header: [...head.header],
    fields: own.map(([field, index]) => fieldOf(field, { index, head, noun, order: orders.get(field) })),
    unused: head.header.flatMap((name, index) => (used.has(index) ? [] : [name || `column ${index + 1}`])),
    questions: asked,
    rows,
    ...countsOf(noun, report),
  };
}

interface FieldIn {
  index: number;
  head: { header: string[]; sample: string[][] };
  noun: FileLook['noun'];
  order: DateOrder | undefined;
}

function fieldOf(field: string, { index, head, noun, order }: FieldIn): FileLook['fields'][number] {
  const example = head.sample.map((cells) => cells[index] ?? '').find(Boolean) ?? '';
  const kind = FILE_KINDS[noun].layout.fields[field];
  const isDate = kind === 'instant' || kind === 'day';
  return {
    field,
    column: head.header[index] ?? '',
    example: example.slice(0, LONGEST_EXAMPLE),
    readAs: isDate && order ? isoDate(example, order) : null,
  };
}

/** Before all is answered nothing was counted. */
function countsOf(noun: FileLook['noun'], report: FileReport | null) {
  const {
    taken: fit = 0,
    unchanged: here = 0,
    cards: recent = 0,
    tests = 0,
    withoutSource = 0,
    totals = 0,
    open = 0,
  } = report ?? {};
  const undated = report?.withoutDate?.rows ?? 0;
  return {
    ...{ fit, here, recent, tests, withoutSource, totals, open, undated },
    old: noun === 'leads' ? (report?.old ?? 0) : 0,
    refused: report?.refused.length ?? 0,
    firstRefused: report?.refused.slice(0, MOST_NAMED) ?? [],
  };
}

const LONGEST_EXAMPLE = 80;

/** Every row is read, checked and looked up, nothing is written. */
function tried(
  ctx: Context,
  request: ImportRequest,
  { noun, wish }: { noun: FileLook['noun']; wish: FileWish },
): Promise<FileReport> {
  return FILE_KINDS[noun].run(ctx, { ...request, dryRun: true }, { ...wish, post: 'recent' });
}

async function countRows(table: Table): Promise<number> {
  let rows = 0;
  for await (const _ of withoutHeader(table)) rows += 1;
  return rows;
}

interface ReadColumns {
  orders: ReadonlyMap<string, DateOrder>;
  questions: FileQuestion[];
}

/** In which order days and months stand, and what a mark before three digits is: what a whole column leaves open is asked. */
async function readColumns(table: Table, { noun, plan }: Matched, wish: FileWish): Promise<ReadColumns> {
  const of = (kinds: readonly string[]) =>
    [...plan.columns].flatMap(([field, index]) =>
      kinds.includes(FILE_KINDS[noun].layout.fields[field] ?? '')
        ? [{ field, index, column: plan.header[index] ?? '' }]
        : [],
    );
  const dates = of(['instant', 'day']).map((each) => ({ ...each, evidence: NO_EVIDENCE }));
  const amounts = of(['amount']).map((each) => ({ ...each, told: false, open: '' }));
  for await (const { line, cells } of withoutHeader(table)) {
    for (const date of dates) date.evidence = weigh(date.evidence, cells[date.index] ?? '', line);
    for (const amount of amounts) noteMark(amount, cells[amount.index] ?? '');
  }
  const ordered = dates.map((date) => ({ ...date, order: wish.dateOrder ?? orderOf(date.evidence) }));
  const openMarks = wish.decimalMark ? [] : amounts.filter(({ told, open }) => !told && open !== '');
  return {
    orders: new Map(ordered.flatMap(({ field, order }) => (order ? [[field, order] as const] : []))),
    questions: [
      ...ordered.filter(({ order }) => order === null).map(orderQuestion),
      ...openMarks.map(({ column, open: text }) => ({ kind: 'decimal' as const, column, text })),
    ],
  };
}

async function* withoutHeader(table: Table): AsyncGenerator<CsvRow> {
  const rows = table.rows();
  await rows.next();
  yield* rows;
}

function orderQuestion({ column, evidence }: { column: string; evidence: DateEvidence }): FileQuestion {
  const { possible, ambiguous } = evidence;
  const orders = possible.length > 1 ? [...possible] : (['dmy', 'mdy'] as const);
  return { kind: 'date_order', column, text: ambiguous ?? '', orders: [...orders] };
}

/** "1.234" tells nothing, "1.234,50" does. */
function noteMark(mark: { told: boolean; open: string }, text: string): void {
  if (text === '') return;
  if (toldMark(text)) mark.told = true;
  else if (mark.open === '' && /(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])/.test(text)) mark.open = text;
}
