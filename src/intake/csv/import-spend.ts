import { basename } from 'node:path';
import type { Overlapped } from '../../domain/money/ledger.ts';
import type { Days, OverlapRule } from '../../domain/money/overlap.ts';
import { isAboutNothing } from '../../reading/amounts/sum-rows.ts';
import { readMonth } from '../../reading/dates/month.ts';
import { wordKey } from '../../reading/words/word-key.ts';
import { type FileAnswers, TYPED_ANSWERS } from '../../sentences/en/file-answers.ts';
import type { Context } from '../../usecases/context.ts';
import {
  closeBatch,
  previewSpendPart,
  type RecordedSpend,
  recordSpendPart,
  type SpendInput,
} from '../../usecases/money/record-spend.ts';
import { spendSchema } from '../schemas/spend.ts';
import { SPEND } from './columns/layout.ts';
import {
  type ImportReport,
  type ImportRequest,
  importRows,
  type Surveyed,
  surveyFile,
} from './import-rows.ts';
import type { FitRow, RowKind, SavedRow } from './row-kind.ts';
import { SpendSurvey } from './spend-survey.ts';
import { periodOf } from './values/period.ts';
import type { RowValues } from './values/read-values.ts';
import { endOfSpan, rowSpan } from './values/row-span.ts';

export interface SpendRequest extends ImportRequest {
  /** Of rows that cover a part of an earlier amount's days. */
  overlap?: OverlapRule;
}

export interface SpendImportReport extends ImportReport {
  /** Refused rows that cover a part of an earlier amount's days. */
  overlaps?: number;
}

/**
 * A row with one date is the spend of that day. The file is one batch. It is read twice: what all of it covers, and which of its rows sum up
 * others, is known before the first row is recorded.
 */
export async function importSpend(ctx: Context, request: SpendRequest): Promise<SpendImportReport> {
  const surveyed = request.surveyed ?? (await surveyFile(request, SPEND));
  const survey = new SpendSurvey();
  const complete = wholeDaysOf(surveyed);
  const kind = {
    layout: SPEND,
    schema: spendSchema({ now: ctx.clock.now, file: request }),
    complete: () => complete,
  } satisfies Partial<RowKind<SpendInput>>;
  // Each row is completed right after it was seen.
  let at = 0;
  await importRows<SpendInput>(
    { ...withoutRecord(request), surveyed, dryRun: false, onProgress: () => undefined },
    {
      ...kind,
      onPlan: ({ columns, header }) => {
        survey.width = header.length;
        survey.hasNames = ['campaign', 'campaignId', 'note'].some((field) => columns.has(field));
      },
      isTotal: (cells, line) => {
        survey.see(cells, line);
        at = line;
        return false;
      },
      complete: () => (values) => {
        const whole = complete(values);
        if (whole.from === undefined)
          survey.addUndated(kind.schema.safeParse({ ...whole, ...ANY_DAY }).data ?? null, at);
        return whole;
      },
      preview: (rows) => Promise.resolve(rows.map(() => 'taken')),
      save: (rows) => {
        for (const { input, line } of rows) survey.add(input, line);
        return Promise.resolve(rows.map(() => 'taken'));
      },
    },
  );
  survey.close(wholeReport(surveyed));
  const doubtful = Map.groupBy(survey.doubtful(), ({ line }) => line);
  let batch = { id: ctx.newId('batch'), name: basename(request.path) };
  const amountOf = ({ input }: FitRow<SpendInput>) => ({
    ...input,
    to: survey.endOf(input),
    overlap: request.overlap ?? 'ask',
    days: survey.daysOf(input),
  });
  let overlaps = 0;
  const fate = (recorded: RecordedSpend | { refused: Overlapped }) => {
    if ('refused' in recorded) overlaps += 1;
    return fateOf(recorded, request.answers ?? TYPED_ANSWERS);
  };
  const report = await importRows<SpendInput>(
    { ...request, surveyed },
    {
      ...kind,
      isTotal: (_, line) => survey.isSum(line),
      notesOf: (line) => doubtful.get(line)?.map(({ reason }) => reason) ?? [],
      preview: async (rows) => (await previewSpendPart(ctx, { batch, spend: rows.map(amountOf) })).map(fate),
      save: async (rows, importId) => {
        // One that is listed as an import is taken back as one.
        if (importId) batch = { ...batch, id: importId };
        return (await recordSpendPart(ctx, 'import', { batch, spend: rows.map(amountOf) })).map(fate);
      },
    },
  );
  if (!request.dryRun) await closeBatch(ctx, 'import', { id: batch.id, unchanged: report.unchanged });
  return { ...report, ...(overlaps > 0 && { overlaps }) };
}

/** For a row that names none, to learn its amount. */
const ANY_DAY = { from: '2000-01-01', to: '2000-01-01' };

/** LinkedIn's rows name the day they begin with alone: of a report by day that day, of one without days the first of it. */
function wholeReport({ header, plan, table }: Surveyed): Days | null {
  const from = plan.columns.get('from');
  const isOpen = from !== undefined && wordKey(header[from] ?? '') === 'startdateinutc';
  return isOpen && !plan.columns.has('to') && !('to' in plan.constants) ? periodOf(table.titles) : null;
}

/** A month is all of its days; a day alone is that day, or the week or month that begins with it; a stroke is none. */
function wholeDaysOf({ header, plan, table }: Surveyed): (values: RowValues) => RowValues {
  const column = plan.columns.get('from');
  const span = column === undefined ? 'day' : rowSpan(header[column] ?? '', table.titles);
  return ({ from: first, to: last, ...rest }) => {
    const values = { ...rest, ...(isDay(first) && { from: first }), ...(isDay(last) && { to: last }) };
    const end = isDay(first) && !isDay(last) ? endOfSpan(first, span) : null;
    return wholeMonths(end === null ? values : { ...values, to: end });
  };
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && !isAboutNothing(value);
}

function wholeMonths(values: RowValues): RowValues {
  const { from, to } = values;
  const [first, last] = [from, to].map((each) => (typeof each === 'string' ? readMonth(each) : null));
  const begun = first?.from ?? from;
  const ended = last?.to ?? to ?? first?.to ?? from;
  return { ...values, ...(begun && { from: begun }), ...(ended && { to: ended }) };
}

function fateOf(recorded: RecordedSpend | { refused: Overlapped }, answers: FileAnswers): SavedRow {
  if ('refused' in recorded) return { refused: answers.overlap(recorded.refused) };
  return recorded.isUnchanged ? 'unchanged' : 'taken';
}

/** What is only looked at is nobody's import. */
function withoutRecord({ record: _, ...request }: SpendRequest): SpendRequest {
  return request;
}
