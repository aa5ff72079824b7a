import { IMPORT_NOUNS, type ImportNoun } from '../../domain/import/import.ts';
import {
  CARDS_ASKED_FROM,
  type ImportPlan,
  type ImportQuestion,
  type PlannedCounts,
  type PlannedField,
  type PlannedReading,
  type UnreadColumn,
} from '../../domain/import/import-plan.ts';
import { DAY } from '../../domain/time/duration.ts';
import { AppError, inWords } from '../../errors.ts';
import { sayOtherKind } from '../../sentences/en/import-plan.ts';
import { sayRefusal } from '../../sentences/refusal.ts';
import { PLAIN } from '../../sentences/voice.ts';
import type { Context } from '../../usecases/context.ts';
import { EXTRA } from './columns/layout.ts';
import { matchColumns, wordsOf } from './columns/match-columns.ts';
import { guessField } from './columns/suggest.ts';
import { openTable } from './file/open-table.ts';
import { type FileReport, type FileRules, importFile, LAYOUTS } from './import-file.ts';
import { type ImportRequest, type Surveyed, surveyFile } from './import-rows.ts';
import { readHead } from './survey.ts';

export interface PlannedFile {
  plan: ImportPlan;
  /** To be handed to the import, which then need not look again. */
  surveyed: Surveyed;
  /** Of the trial; null: nothing was counted. */
  tried: FileReport | null;
}

interface Wish {
  fileName: string;
  rules: FileRules;
  /** Whether all rows are tried, which takes as long as the import: `cards` where there may be more cards than are posted unasked. */
  counts: 'all' | 'cards';
  /** Somebody has said already which leads get a card: then many are no question. */
  isPostSaid?: boolean;
}

/** What would become of a file, with nothing written. Throws `invalid` for what cannot be read at all, or lacks a column. */
export async function planImport(
  ctx: Context,
  request: ImportRequest,
  { fileName, rules, counts, isPostSaid = false }: Wish,
): Promise<PlannedFile> {
  // Without looking whose they are, and in which zone: a day more than those that get a card.
  const recentSince = ctx.clock.now() - 4 * DAY;
  const surveyed = await surveyFile({ ...request, recentSince }, LAYOUTS[rules.noun]).catch(
    (thrown: unknown) => refuseWithKind(thrown, request, rules.noun),
  );
  const isCounted =
    counts === 'all' ||
    (rules.noun === 'leads' && !isPostSaid && surveyed.survey.mayBeRecent > CARDS_ASKED_FROM);
  const tried = isCounted ? await importFile(ctx, { ...request, surveyed, dryRun: true }, rules) : null;
  return { plan: planOf(rules.noun, { fileName, surveyed, tried, isPostSaid }), surveyed, tried };
}

/** A file that lacks what leads need may be one of deals: whoever is told of missing columns is told of that as well. */
async function refuseWithKind(thrown: unknown, request: ImportRequest, noun: ImportNoun): Promise<never> {
  if (!(thrown instanceof AppError) || thrown.kind !== 'invalid') throw thrown;
  const kind = await kindOf(request, noun).catch(() => null);
  if (kind === null) throw thrown;
  throw new AppError('invalid', inWords(`${sayRefusal(thrown.refusal, PLAIN)}\n${sayOtherKind(kind)}`));
}

/** Which other kind of file has all that it needs; null: none has, or several have. */
async function kindOf(request: ImportRequest, noun: ImportNoun): Promise<ImportNoun | null> {
  const { header, sample } = await readHead(await openTable(request.path, request.sheet));
  const others = IMPORT_NOUNS.filter((each) => each !== noun && isComplete(each, header, sample));
  const [only] = others;
  return others.length === 1 && only ? only : null;
}

/** The side of what was spent no ad report names: that alone does not make it another kind. */
function isComplete(noun: ImportNoun, header: string[], sample: string[][]): boolean {
  try {
    const set: Record<string, string> = noun === 'spend' ? { side: 'marketing' } : {};
    matchColumns(header, LAYOUTS[noun], { map: {}, set }, sample);
    return true;
  } catch (thrown) {
    if (thrown instanceof AppError) return false;
    throw thrown;
  }
}

interface Found extends Pick<PlannedFile, 'surveyed' | 'tried'> {
  fileName: string;
  isPostSaid: boolean;
}

function planOf(noun: ImportNoun, { fileName, surveyed, tried, isPostSaid }: Found): ImportPlan {
  const { survey } = surveyed;
  const counts = tried && countsOf(tried);
  return {
    ...{ noun, fileName, rows: survey.rows },
    fields: fieldsOf(surveyed),
    unread: unreadOf(noun, surveyed),
    readings: readingsOf(surveyed),
    states: survey.states,
    questions: [...survey.questions, ...(isPostSaid ? [] : cardsQuestion(counts))],
    counts,
  };
}

function cardsQuestion(counts: PlannedCounts | null): ImportQuestion[] {
  return counts && counts.cards > CARDS_ASKED_FROM ? [{ what: 'cards', cards: counts.cards }] : [];
}

function fieldsOf({ header, plan, sample }: Surveyed): PlannedField[] {
  const read = [...plan.columns].filter(([field]) => !field.startsWith(EXTRA));
  return [
    ...read.map(([field, index]) => ({
      ...{ field, column: header[index] || `column ${index + 1}` },
      example: sample.map((cells) => cells[index] ?? '').find(Boolean) ?? '',
    })),
    ...Object.entries(plan.constants).map(([field, example]) => ({ field, column: null, example })),
  ];
}

/** One that resembles what a field lacks is asked about, and not taken for it. */
function unreadOf(noun: ImportNoun, { header, plan }: Surveyed): UnreadColumn[] {
  const layout = LAYOUTS[noun];
  const isRead = new Set(
    [...plan.columns].flatMap(([field, index]) => (field.startsWith(EXTRA) ? [] : [index])),
  );
  const ignored = new Set(plan.ignored);
  const words = wordsOf(layout);
  const lacking = Object.keys(layout.fields).filter(
    (field) => !plan.columns.has(field) && !(field in plan.constants),
  );
  return header.flatMap((column, index) =>
    isRead.has(index)
      ? []
      : [
          {
            column: column || `column ${index + 1}`,
            isKept: layout.keepsUnknown && !ignored.has(index),
            guess: ignored.has(index) ? null : guessField(column, { lacking, words }),
          },
        ],
  );
}

function readingsOf({ header, plan, survey }: Surveyed): PlannedReading[] {
  const columnOf = (field: string) => header[plan.columns.get(field) ?? -1] ?? field;
  const dates = [...survey.evidence].flatMap(([field, { ambiguous, sure }]): PlannedReading[] => {
    const order = survey.orders.get(field);
    const told = order && sure[order]?.text;
    // Nothing is said of dates that leave nothing open.
    if (!order || (ambiguous === null && !told)) return [];
    return [{ what: 'dates', field, column: columnOf(field), order, told: told ?? null }];
  });
  const amounts = [...survey.marks].map(([field, mark]): PlannedReading => {
    return { what: 'amounts', field, column: columnOf(field), mark };
  });
  return [...dates, ...amounts];
}

function countsOf(tried: FileReport): PlannedCounts {
  const { taken, updated = 0, unchanged, refusedRows, reasons, totals = 0, open = 0, tests = 0 } = tried;
  const { withoutSource = 0, cards = 0, owners, fills, withoutLead } = tried;
  return {
    ...(owners && { owners }),
    ...(withoutLead !== undefined && { withoutLead }),
    ...(fills && { fills }),
    ...{ taken, updated, unchanged, totals, open, tests, withoutSource, cards },
    withoutDate: tried.withoutDate?.rows ?? 0,
    refused: refusedRows,
    reasons,
  };
}
