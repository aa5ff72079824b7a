/** A file as it is shown before anything of it is taken: what each column is, what is still to be asked, and what would come of it. */

import {
  type FileLook,
  type FileQuestion,
  type FileWish,
  MOST_NAMED,
  overlapOf,
} from '../../domain/brought-file/brought-file.ts';
import type { ColumnQuestion } from '../../domain/import/import-plan.ts';
import { type DateOrder, isoDate } from '../../reading/dates/read-dates.ts';
import type { Context } from '../../usecases/context.ts';
import { isSourceKnown } from '../../usecases/lead/suggest-sources.ts';
import { EXTRA } from '../csv/columns/layout.ts';
import type { ColumnPlan } from '../csv/columns/match-columns.ts';
import { openTable } from '../csv/file/open-table.ts';
import { type FileReport, importFile, LAYOUTS } from '../csv/import-file.ts';
import { type ImportRequest, type Surveyed, surveyFile } from '../csv/import-rows.ts';
import { readHead, survey } from '../csv/survey.ts';
import { periodOf } from '../csv/values/period.ts';
import { matchFile, saidOf } from './match-file.ts';

export async function lookAtFile(ctx: Context, request: ImportRequest, wish: FileWish): Promise<FileLook> {
  const table = await openTable(request.path, request.sheet);
  const head = await readHead(table);
  const period = periodOf(table.titles);
  const { noun, plan: matched, missing } = matchFile({ ...head, period }, wish);
  const layout = LAYOUTS[noun];
  const asked: ImportRequest = { ...request, ...saidOf(layout, wish) };
  const found: Surveyed =
    missing.length === 0
      ? await surveyFile(asked, layout)
      : { table, ...head, plan: matched, survey: await survey(table, { layout, plan: matched }, asked) };
  const { plan } = found;
  const questions = [
    ...missing.map(([field = '', ...others]): FileQuestion => ({ kind: 'missing', field, others })),
    ...found.survey.questions.map((question) => asFileQuestion(question, plan)),
  ];
  const report =
    questions.length === 0 ? await tried(ctx, { ...asked, surveyed: found }, { noun, wish }) : null;
  const own = [...plan.columns].filter(([field]) => !field.startsWith(EXTRA)).sort(([, a], [, b]) => a - b);
  const used = new Set(own.map(([, index]) => index));
  return {
    noun,
    sheet: table.sheet && { ...table.sheet, others: [...table.sheet.others] },
    header: [...head.header],
    fields: own.map(([field, index]) => fieldOf(field, { index, found, noun })),
    unused: head.header.flatMap((name, index) => (used.has(index) ? [] : [name || `column ${index + 1}`])),
    ...(noun === 'spend' && !plan.columns.has('from') && !('from' in asked.set) && { period }),
    states: found.survey.states.filter(({ means }) => means !== null).slice(0, MOST_STATES),
    questions,
    rows: report?.rows ?? found.survey.rows,
    isSourceNew: await isNew(ctx, asked.set.source),
    ...countsOf(noun, report),
  };
}

/** Misspelt, it would be one of its own. */
async function isNew(ctx: Context, source: string | undefined): Promise<boolean> {
  return source !== undefined && !(await isSourceKnown(ctx, source));
}

/** So many are shown with what they mean. */
const MOST_STATES = 30;

interface FieldIn {
  index: number;
  found: Surveyed;
  noun: FileLook['noun'];
}

function fieldOf(field: string, { index, found, noun }: FieldIn): FileLook['fields'][number] {
  const example = found.sample.map((cells) => cells[index] ?? '').find(Boolean) ?? '';
  const kind = LAYOUTS[noun].fields[field];
  const isDate = kind === 'instant' || kind === 'day';
  const order: DateOrder | undefined = found.survey.orders.get(field);
  return {
    field,
    column: found.header[index] ?? '',
    example: example.slice(0, LONGEST_EXAMPLE),
    readAs: isDate && order ? isoDate(example, order) : null,
  };
}

const LONGEST_EXAMPLE = 80;

function asFileQuestion(question: ColumnQuestion, { header, columns }: ColumnPlan): FileQuestion {
  const column = header[columns.get(question.field) ?? -1] ?? question.field;
  switch (question.what) {
    case 'date_order':
      return { kind: 'date_order', column, text: question.example, orders: [...question.answers] };
    case 'decimal':
      return { kind: 'decimal', column, text: question.example };
    case 'currency':
      return { kind: 'currency', column, text: question.example, currencies: [...question.answers] };
    case 'states': {
      const words = question.words.map(({ text, rows }) => ({ text, rows }));
      return { kind: 'states', column, field: question.field, words };
    }
    default:
      return question satisfies never;
  }
}

/** Before all is answered nothing was counted. */
function countsOf(noun: FileLook['noun'], report: FileReport | null) {
  const { taken: fit = 0, updated = 0, unchanged: here = 0, cards: recent = 0 } = report ?? {};
  const {
    tests = 0,
    withoutSource = 0,
    totals = 0,
    open = 0,
    refusedRows = 0,
    reasons = [],
    owners,
  } = report ?? {};
  return {
    ...{ fit, updated, here, recent, tests, withoutSource, totals, open },
    fills: report?.fills ? { ...report.fills, fields: [...report.fills.fields] } : null,
    severalDeals: report?.severalDeals ?? 0,
    overlaps: report?.overlaps ?? 0,
    withoutLead: report?.withoutLead ?? 0,
    undated: report?.withoutDate?.rows ?? 0,
    old: noun === 'leads' ? (report?.old ?? 0) : 0,
    refused: refusedRows,
    reasons: reasons.slice(0, MOST_NAMED),
    moreOwners: Math.max(0, (owners?.unknown.length ?? 0) - MOST_NAMED),
    unknownOwners: owners?.unknown.slice(0, MOST_NAMED).map((owner) => ({ ...owner })) ?? [],
  };
}

/** Every row is read, checked and looked up, nothing is written. */
function tried(
  ctx: Context,
  request: ImportRequest,
  { noun, wish }: { noun: FileLook['noun']; wish: FileWish },
): Promise<FileReport> {
  return importFile(ctx, { ...request, dryRun: true }, { noun, post: 'recent', overlap: overlapOf(wish) });
}
