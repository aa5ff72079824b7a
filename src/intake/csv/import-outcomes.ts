import { readStage } from '../../reading/outcome/stage.ts';
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
}

export async function importOutcomes(ctx: Context, request: ImportRequest): Promise<OutcomeImportReport> {
  const look = outcomePreview(ctx);
  const schema = outcomeSchema({ now: ctx.clock.now, file: request });
  const several = new SeveralDeals(ctx, request.currency);
  const report = await importRows<WrittenOutcome>(request, {
    layout: OUTCOMES,
    schema,
    isOpen: ({ outcome }) => typeof outcome === 'string' && readStage(outcome, request.stages) === 'open',
    readAhead: (rows) => several.readAhead(dealsIn(rows, schema)),
    preview: (rows) => several.each(rows, async (inputs) => (await look(inputs)).map(fateOf)),
    save: (rows, importId) =>
      several.each(rows, async (inputs) =>
        (await recordOutcomes(ctx, 'import', inputs, { importId })).map(fateOf),
      ),
  });
  return { ...report, ...(several.count > 0 && { severalDeals: several.count }) };
}

async function* dealsIn(
  rows: AsyncIterable<ReadRow<WrittenOutcome>>,
  schema: ReturnType<typeof outcomeSchema>,
): AsyncGenerator<DealRow> {
  for await (const row of rows) {
    if ('input' in row) yield { told: row.input, state: row.input.outcome };
    if (!('isOpen' in row)) continue;
    const told = schema.safeParse(ownerIn(row.values));
    if (told.success) yield { told: told.data, state: 'open' };
  }
}

/** Whose it is, whatever else the row says. */
function ownerIn({ leadId, externalId, source, email, website, dealId }: RowValues): RowValues {
  const told = { leadId, externalId, source, email, website, dealId, outcome: 'won' };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as RowValues;
}

function fateOf(result: OutcomeResult): SavedRow {
  if (result.status === 'refused') return { refused: sayRefusal(result.because.refusal, PLAIN) };
  if (result.status === 'unchanged') return 'unchanged';
  return result.status === 'corrected' ? 'updated' : 'taken';
}
