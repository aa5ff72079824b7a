import type { Context } from '../../usecases/context.ts';
import { type LeadInput, type PostRule, receiveLeads } from '../../usecases/receive-leads.ts';
import { leadSchema } from '../schemas/lead.ts';
import { LEADS } from './columns/layout.ts';
import { type ImportReport, type ImportRequest, importRows } from './import-rows.ts';

export interface LeadImportReport extends ImportReport {
  /** Rows whose source was blank: kept apart as "(no source)". */
  withoutSource: number;
}

/** A row without an id of its own is named by its cells, so that importing the file again adds nothing. */
export async function importLeads(
  ctx: Context,
  request: ImportRequest,
  post: PostRule,
): Promise<LeadImportReport> {
  let withoutSource = 0;
  const schema = leadSchema({ now: ctx.clock.now, file: request }).transform((lead) => {
    if (lead.source === null) withoutSource += 1;
    return lead;
  });
  const report = await importRows<LeadInput>(request, {
    layout: LEADS,
    schema,
    save: async (rows) => {
      const leads = rows.map(({ input, rowName }) => ({ ...input, externalId: input.externalId ?? rowName }));
      const received = await receiveLeads(ctx, leads, { actor: 'import', post });
      return received.map(({ duplicate }) => (duplicate ? 'unchanged' : 'taken'));
    },
  });
  return { ...report, withoutSource };
}
