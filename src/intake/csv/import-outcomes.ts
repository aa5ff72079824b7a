import { flaggedStage } from '../../reading/outcome/closed-flags.ts';
import { readStage, type SaidStages, type Stage } from '../../reading/outcome/stage.ts';
import { DEAL_STAYS } from '../../sentences/en/import.ts';
import { sayRefusal } from '../../sentences/refusal.ts';
import { PLAIN } from '../../sentences/voice.ts';
import type { Context } from '../../usecases/context.ts';
import { type OutcomeResult, outcomePreview, recordOutcomes } from '../../usecases/lead/record-outcomes.ts';
import { outcomeSchema, type WrittenOutcome } from '../schemas/outcome.ts';
import { OUTCOMES } from './columns/layout.ts';
import { type ImportReport, type ImportRequest, importRows } from './import-rows.ts';
import type { ReadRow, SavedRow } from './row-kind.ts';
import { type DealRow, SeveralDeals } from './several-deals.ts';
import type { RowValues } from './values/read-values.ts';

export interface OutcomeImportReport extends ImportReport {
  /** Leads of which the file has several deals: won with the first that is won, worth what all that are won are worth. */
  severalDeals?: number;
  /** Refused because their leads are not here. */
  withoutLead?: number;
}

export async function importOutcomes(ctx: Context, request: ImportRequest): Promise<OutcomeImportReport> {
  const look = outcomePreview(ctx);
  const schema = outcomeSchema({ now: ctx.clock.now, file: request });
  const several = new SeveralDeals(ctx, request.currency);
  let withoutLead = 0;
  const counted = (fates: SavedRow[]) => {
    withoutLead += fates.filter((fate) => typeof fate === 'object' && 'isOfNobody' in fate).length;
    return fates;
  };
  const report = await importRows<WrittenOutcome>(request, {
    layout: OUTCOMES,
    schema,
    complete: () => (values) => settled(values, request.stages),
    isOpen: (values) => stageOf(values, request.stages) === 'open',
    readAhead: (rows) => several.readAhead(dealsIn(rows, schema)),
    notesOf: (line) => several.notesOf(line),
    reread: (row) => withNews(row, several),
    preview: async (rows) =>
      counted(await several.each(rows, async (inputs) => (await look(inputs)).map(fateOf))),
    save: async (rows, importId) =>
      counted(
        await several.each(rows, async (inputs) =>
          (await recordOutcomes(ctx, 'import', inputs, { importId })).map(fateOf),
        ),
      ),
  });
  return {
    ...report,
    ...(several.count > 0 && { severalDeals: several.count }),
    ...(withoutLead > 0 && { withoutLead }),
  };
}

/** What somebody says that a word means goes first, then what the program says beside it. */
function stageOf(values: RowValues, said?: SaidStages): Stage | null {
  return flaggedIn(values, said) ?? readStage(textIn(values.outcome), said);
}

function flaggedIn({ outcome, isWon, isClosed }: RowValues, said?: SaidStages): Stage | null {
  const isSaid = readStage(textIn(outcome), said, { isSaid: true }) !== null;
  return isSaid ? null : flaggedStage({ isWon: textIn(isWon), isClosed: textIn(isClosed) });
}

/** Of the days of winning and of losing the one that happened. */
function settled(values: RowValues, said?: SaidStages): RowValues {
  const { isWon: _, isClosed: __, wonAt, lostAt, ...told } = values;
  const stage = stageOf(values, said);
  const at = told.at ?? (stage === 'won' ? wonAt : stage === 'lost' ? lostAt : undefined);
  const flagged = flaggedIn(values, said);
  return { ...told, ...(flagged && { outcome: flagged }), ...(at !== undefined && { at }) };
}

function textIn(value: RowValues[string] | undefined): string {
  return typeof value === 'string' ? value : '';
}

async function* dealsIn(
  rows: AsyncIterable<ReadRow<WrittenOutcome>>,
  schema: ReturnType<typeof outcomeSchema>,
): AsyncGenerator<DealRow> {
  for await (const row of rows) {
    if ('input' in row) yield { line: row.line, told: row.input, state: row.input.outcome };
    if (!('isOpen' in row)) continue;
    const told = schema.safeParse(ownerIn(row.values));
    if (told.success) yield { line: row.line, told: told.data, state: 'open' };
  }
}

/** A deal that is open again is taken like one that is over: it stands in its group, whatever its row would say alone. */
function withNews(row: ReadRow<WrittenOutcome>, several: SeveralDeals): ReadRow<WrittenOutcome> {
  const told = 'isOpen' in row ? several.newsOf(row.line) : null;
  if (!('isOpen' in row) || !told) return row;
  const { line, cells, rowName } = row;
  return { line, cells, rowName, notes: [], input: { ...told, outcome: 'lost' } };
}

/** Whose it is, whatever else the row says. */
function ownerIn({ leadId, externalId, source, email, website, dealId }: RowValues): RowValues {
  const told = { leadId, externalId, source, email, website, dealId, outcome: 'won' };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as RowValues;
}

const OF_NOBODY: ReadonlySet<string> = new Set([
  'no_lead_of_person',
  'no_lead_of_external_id',
  'no_lead_of_id',
]);

function fateOf(result: OutcomeResult): SavedRow {
  if (result.status === 'refused') {
    const { refusal } = result.because;
    return { refused: sayRefusal(refusal, PLAIN), ...(OF_NOBODY.has(refusal.code) && { isOfNobody: true }) };
  }
  if (result.status === 'kept') return { left: DEAL_STAYS };
  if (result.status === 'unchanged') return 'unchanged';
  return result.status === 'corrected' ? 'updated' : 'taken';
}
