import { readStage } from '../../reading/outcome/stage.ts';
import { sayRefusal } from '../../sentences/refusal.ts';
import { PLAIN } from '../../sentences/voice.ts';
import type { Context } from '../../usecases/context.ts';
import {
  type OutcomeInput,
  type OutcomeResult,
  outcomePreview,
  recordOutcomes,
} from '../../usecases/lead/record-outcomes.ts';
import { outcomeSchema } from '../schemas/outcome.ts';
import { OUTCOMES } from './columns/layout.ts';
import { type ImportReport, type ImportRequest, importRows } from './import-rows.ts';
import type { SavedRow } from './row-kind.ts';

export function importOutcomes(ctx: Context, request: ImportRequest): Promise<ImportReport> {
  const look = outcomePreview(ctx);
  return importRows<OutcomeInput>(request, {
    layout: OUTCOMES,
    schema: outcomeSchema({ now: ctx.clock.now, file: request }),
    isOpen: ({ outcome }) => typeof outcome === 'string' && readStage(outcome, request.stages) === 'open',
    preview: async (rows) => (await look(rows.map(({ input }) => input))).map(fateOf),
    save: async (rows, importId) => {
      const inputs = rows.map(({ input }) => input);
      return (await recordOutcomes(ctx, 'import', inputs, { importId })).map(fateOf);
    },
  });
}

function fateOf(result: OutcomeResult): SavedRow {
  if (result.status === 'refused') return { refused: sayRefusal(result.because.refusal, PLAIN) };
  if (result.status === 'unchanged') return 'unchanged';
  return result.status === 'corrected' ? 'updated' : 'taken';
}
