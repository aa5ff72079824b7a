import type { ImportCounts, ImportId, RefusedRow } from '../../domain/import/import.ts';
import type { PlannedRefusal } from '../../domain/import/import-plan.ts';
import { RowTally } from '../../domain/import/row-tally.ts';
import type { DecimalMark } from '../../domain/money/read-amount.ts';
import type { DateOrder } from '../../reading/dates/read-dates.ts';
import type { SaidStatuses } from '../../reading/lead/status.ts';
import type { SaidStages } from '../../reading/outcome/stage.ts';
import { TYPED_ANSWERS } from '../../sentences/en/file-answers.ts';
import type { ImportRecord } from '../../usecases/import/record-import.ts';
import type { PeopleWish } from '../../usecases/team/find-people.ts';
import type { Layout } from './columns/layout.ts';
import { type ColumnOptions, type ColumnPlan, matchColumns } from './columns/match-columns.ts';
import type { CsvRow } from './file/csv-file.ts';
import { openTable } from './file/open-table.ts';
import type { OpenedSheet, Table } from './file/table.ts';
import type { ReadRow, RowKind } from './row-kind.ts';
import { rowReader } from './row-reader.ts';
import { readHead, type Survey, survey } from './survey.ts';
import { orderThatBegins, periodOf } from './values/period.ts';

export interface ImportRequest extends ColumnOptions {
  path: string;
  /** Of a workbook; none: its first that holds anything. */
  sheet?: string;
  /** IANA zone of dates and times that name none. */
  timezone: string;
  /** Of amounts that name none. */
  currency: string;
  /** Of deals: what a stage means, by the key of its word. */
  stages?: SaidStages;
  /** Of leads: what a status means, likewise. */
  statuses?: SaidStatuses;
  /** Of leads: who the people are that it names. */
  owners?: PeopleWish;
  /** Null: as the file's own rows tell. */
  dateOrder: DateOrder | null;
  decimalMark: DecimalMark | null;
  /** Of leads: from when on they would get a card, epoch ms; the survey counts how many may be of since then. */
  recentSince?: number;
  /** Of leads: what is empty in those that are here is filled. */
  update?: boolean;
  /** Reads and checks every row, says what would become of it, and writes nothing. */
  dryRun: boolean;
  /** What was found before by `surveyFile`, with the same wishes. */
  surveyed?: Surveyed;
  /** Hears how the import goes; left out: it is only tried. */
  record?: ImportRecord;
  /** Aborted by who wants no more of it: it ends after the rows that are under way. */
  signal?: AbortSignal;
  onProgress(rowsDone: number, rowsInAll: number): void;
}

/** By its line, as an editor counts them. */
interface Refusal {
  line: number;
  reason: string;
}

interface Note {
  line: number;
  note: string;
}

export interface ImportReport {
  rows: number;
  /** New with this import; in a dry run: fit to be. */
  taken: number;
  /** Here already, as they are. */
  unchanged: number;
  /** Here already, and corrected or brought up to date by it. */
  updated?: number;
  refusedRows: number;
  /** The first of them, and all by what is wrong with them. */
  refused: Refusal[];
  reasons: PlannedRefusal[];
  /** Rows that were right but for a cell, or that say next to nothing. */
  notedRows?: number;
  noted?: Note[];
  notes?: PlannedRefusal[];
  /** Rows that only sum up others; not among `rows`. */
  totals?: number;
  /** Rows of what is still open, of which there is nothing to record; not among `rows`. */
  open?: number;
  /** Of a workbook: what was read of it, and what was not. */
  sheet?: OpenedSheet;
  /** Where the first of those stand. */
  totalLines?: number[];
  /** By which it is listed and taken back. */
  importId?: ImportId;
  /** Rows that were looked at before somebody stopped it; the same file again goes on with the others. */
  stoppedAfter?: number;
}

/** Rows a transaction: few enough that a running bot never waits long for the database, a tenth of a second. */
const CHUNK = 1024;

/** A file that was looked at: what it is, which column is what, and how the columns are read. */
export interface Surveyed {
  table: Table;
  header: string[];
  /** The first rows. */
  sample: string[][];
  plan: ColumnPlan;
  survey: Survey;
}

/** Reads all of it once. Throws `invalid` for what cannot be read at all, or lacks a column. */
export async function surveyFile(request: ImportRequest, layout: Layout): Promise<Surveyed> {
  const table = await openTable(request.path, request.sheet);
  const period = layout.noun === 'spend' ? periodOf(table.titles) : null;
  const wishes = period ? { ...request, otherwise: { ...period } } : request;
  const { header, sample } = await readHead(table);
  const plan = matchColumns(header, layout, wishes, sample);
  const first = sample[0]?.[plan.columns.get('from') ?? -1] ?? '';
  const dateOrder = request.dateOrder ?? (period && orderThatBegins(period.from, first));
  const said = { ...request, dateOrder };
  return { table, header, sample, plan, survey: await survey(table, { layout, plan }, said) };
}

/** The rows that are right are imported, each of the others is reported; a file that cannot be read imports nothing. */
export async function importRows<Input>(request: ImportRequest, kind: RowKind<Input>): Promise<ImportReport> {
  const {
    table,
    header,
    plan,
    survey: surveyed,
  } = request.surveyed ?? (await surveyFile(request, kind.layout));
  kind.onPlan?.(plan);
  const report: Counted = {
    ...{ rows: surveyed.rows, taken: 0, unchanged: 0, refused: new RowTally(), noted: new RowTally() },
    ...(table.sheet && { sheet: table.sheet }),
  };
  const read = rowReader(kind, { plan, answers: request.answers ?? TYPED_ANSWERS, ...surveyed });
  await kind.readAhead?.(allRows(table, read));
  const record = request.dryRun ? undefined : request.record;
  if (record) report.importId = await record.begin({ header, rowsInAll: surveyed.rows });
  const advance = advancing(record, report, surveyed.rows);
  try {
    for await (const chunk of chunksOf(table)) {
      const rows = chunk.map(read).map((row) => kind.reread?.(row) ?? row);
      const refused = await finish(rows, report, { kind, dryRun: request.dryRun });
      request.onProgress(handled(report), surveyed.rows);
      await advance(refused);
      if (!request.signal?.aborted) continue;
      report.stoppedAfter = handled(report);
      break;
    }
  } catch (thrown) {
    await record?.end(countsOf(report, surveyed.rows), 'failed');
    throw thrown;
  }
  const isCut = report.stoppedAfter !== undefined && report.stoppedAfter < surveyed.rows;
  if (!isCut) delete report.stoppedAfter;
  await record?.end(countsOf(report, surveyed.rows), isCut ? 'stopped' : 'done');
  return reportOf(report);
}

/** A report that is still counted. */
type Counted = Omit<ImportReport, 'refusedRows' | 'refused' | 'reasons' | 'notedRows' | 'noted' | 'notes'> &
  Record<'refused' | 'noted', RowTally>;

function reportOf({ refused, noted, ...report }: Counted): ImportReport {
  return {
    ...report,
    ...{ refusedRows: refused.rows, refused: refused.first, reasons: refused.reasons() },
    ...(noted.rows > 0 && {
      notedRows: noted.rows,
      noted: noted.first.map(({ line, reason: note }) => ({ line, note })),
      notes: noted.reasons(),
    }),
  };
}

/** Each costs a commit of its own: it may be a moment behind, and loses no refused row. */
const ADVANCED_EVERY = 16;

function advancing(record: ImportRecord | undefined, report: Counted, rowsInAll: number) {
  let chunks = 0;
  return async (refused: readonly RefusedRow[]): Promise<void> => {
    chunks += 1;
    if (record && (refused.length > 0 || chunks % ADVANCED_EVERY === 0))
      await record.advance(countsOf(report, rowsInAll), refused);
  };
}

function countsOf(report: Counted, rowsInAll: number): ImportCounts {
  const { taken, updated = 0, unchanged, refused } = report;
  return { rowsInAll, rowsDone: handled(report), taken: taken + updated, unchanged, refused: refused.rows };
}

function handled({ taken, unchanged, updated = 0, refused, totals = 0, open = 0 }: Counted): number {
  return taken + unchanged + updated + refused.rows + totals + open;
}

async function* allRows<Input>(
  file: Table,
  read: (row: CsvRow) => ReadRow<Input>,
): AsyncGenerator<ReadRow<Input>> {
  let isHeader = true;
  for await (const row of file.rows()) {
    if (!isHeader) yield read(row);
    isHeader = false;
  }
}

async function* chunksOf(file: Table): AsyncGenerator<CsvRow[]> {
  let chunk: CsvRow[] = [];
  let isHeader = true;
  for await (const row of file.rows()) {
    if (!isHeader) chunk.push(row);
    isHeader = false;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function finish<Input>(
  chunk: ReadRow<Input>[],
  report: Counted,
  { kind, dryRun }: { kind: RowKind<Input>; dryRun: boolean },
): Promise<RefusedRow[]> {
  passOverTotals(
    report,
    chunk.flatMap((row) => ('isTotal' in row ? row.line : [])),
  );
  passOver(report, 'open', chunk.filter((row) => 'isOpen' in row).length);
  const fit = chunk.filter((row) => 'input' in row);
  const saved = fit.length === 0 ? [] : await (dryRun ? kind.preview(fit) : kind.save(fit, report.importId));
  const fates = new Map(fit.map((row, index) => [row, saved[index] ?? 'taken']));
  const refused: RefusedRow[] = [];
  for (const row of chunk) {
    if ('isTotal' in row || 'isOpen' in row) continue;
    const fate = 'reason' in row ? { refused: row.reason } : fates.get(row);
    noteAll(report, row);
    noteAll(report, { line: row.line, notes: kind.notesOf?.(row.line) ?? [] });
    if (fate === undefined) continue;
    if (typeof fate === 'string') report[fate] = (report[fate] ?? 0) + 1;
    else if ('refused' in fate) refused.push({ ...refusedRow(row), reason: fate.refused });
    else {
      report.unchanged += 1;
      noteAll(report, { line: row.line, notes: [fate.left] });
    }
  }
  for (const row of refused) report.refused.add(row);
  return refused;
}

function refusedRow<Input>(row: Exclude<ReadRow<Input>, { isTotal: true } | { isOpen: true }>) {
  return { line: row.line, column: 'column' in row ? row.column : null, cells: row.cells };
}

function noteAll(
  { noted }: Counted,
  { line, notes = [] }: { line: number; notes?: readonly string[] },
): void {
  for (const reason of notes) noted.add({ line, reason });
}

/** More lines than these nobody looks up. */
const MOST_TOTALS = 1_000;

function passOverTotals(report: Counted, lines: readonly number[]): void {
  passOver(report, 'totals', lines.length);
  if (lines.length > 0) report.totalLines = [...(report.totalLines ?? []), ...lines].slice(0, MOST_TOTALS);
}

function passOver(report: Counted, why: 'totals' | 'open', rows: number): void {
  if (rows === 0) return;
  report[why] = (report[why] ?? 0) + rows;
  report.rows -= rows;
}
