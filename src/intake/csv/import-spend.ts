import type { Context } from '../../usecases/context.ts';
import { recordSpend, type SpendInput } from '../../usecases/money/record-spend.ts';
import { spendSchema } from '../schemas/spend.ts';
import { SPEND } from './columns/layout.ts';
import { type ImportReport, type ImportRequest, importRows } from './import-rows.ts';

/** A row with one date is the spend of that day. */
export function importSpend(ctx: Context, request: ImportRequest): Promise<ImportReport> {
  return importRows<SpendInput>(request, {
    layout: SPEND,
    schema: spendSchema({ now: ctx.clock.now, file: request }),
    complete: () => (values) =>
      values.to === undefined && values.from ? { ...values, to: values.from } : values,
    isTotal: isTotalRow,
    save: async (rows) => {
      const inputs = rows.map(({ input, rowName }) => ({ ...input, dedupeKey: rowName() }));
      const recorded = await recordSpend(ctx, { by: 'import', spend: inputs });
      return recorded.map(({ duplicate }) => (duplicate ? 'unchanged' : 'taken'));
    },
  });
}

/** Reports end with their own sums, which are no further spend: "Total", "Grand total", "Total: Campaigns". */
function isTotalRow([first = '']: readonly string[]): boolean {
  return /^((grand )?totals?|total: .*)$/i.test(first);
}
