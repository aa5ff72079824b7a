import type { Context } from '../../usecases/context.ts';
import { type LeadInput, type PostRule, receiveLeads } from '../../usecases/lead/receive-leads.ts';
import { leadSchema } from '../schemas/lead.ts';
import { isDummyLead } from '../schemas/test-lead.ts';
import { normalized } from './columns/aliases.ts';
import { LEADS } from './columns/layout.ts';
import { type ImportReport, type ImportRequest, importRows } from './import-rows.ts';
import type { RowValues } from './values/read-values.ts';

export interface LeadImportReport extends ImportReport {
  /** Rows whose source was blank: kept apart as "(no source)". */
  withoutSource: number;
  /** Rows that do not say when they came: taken as of now, without a card unless all are to have one. */
  withoutDate?: { rows: number; hasColumn: boolean };
  /** Rows that a vendor made up to try a form: taken, marked, never counted. */
  tests?: number;
}

/** A row without an id of its own is named by its cells, so that importing the file again adds nothing. */
export async function importLeads(
  ctx: Context,
  request: ImportRequest,
  post: PostRule,
): Promise<LeadImportReport> {
  let withoutSource = 0;
  let tests = 0;
  const withoutDate = { rows: 0, hasColumn: false };
  const schema = leadSchema({ now: ctx.clock.now, file: request }).transform((lead) => {
    const isTest = isDummyLead(lead);
    if (isTest) tests += 1;
    else if (lead.source === null) withoutSource += 1;
    if (!isTest && lead.receivedAt === undefined) withoutDate.rows += 1;
    return { ...lead, isTest };
  });
  const report = await importRows<LeadInput>(request, {
    layout: LEADS,
    onPlan: ({ columns }) => {
      withoutDate.hasColumn = columns.has('receivedAt');
    },
    schema,
    complete: wholeName,
    save: async (rows) => {
      const leads = rows.map(({ input, rowName }) => ({
        ...input,
        externalId: input.externalId ?? rowName(),
      }));
      const received = await receiveLeads(ctx, leads, { by: 'import', post, undated: 'old' });
      return received.map(({ duplicate }) => (duplicate ? 'unchanged' : 'taken'));
    },
  });
  return {
    ...report,
    withoutSource,
    ...(withoutDate.rows > 0 && { withoutDate }),
    ...(tests > 0 && { tests }),
  };
}

/** Many programs keep first and last names in columns of their own. */
function wholeName(values: RowValues): RowValues {
  const { fields, ...own } = values;
  if (own.name !== undefined || typeof fields !== 'object') return values;
  const parts = ['firstname', 'lastname'].map((part) =>
    Object.entries(fields).find(([header]) => normalized(header) === part),
  );
  const name = parts.flatMap((part) => part?.[1] ?? []).join(' ');
  if (name === '') return values;
  const rest = Object.entries(fields).filter(([header]) => !parts.some((part) => part?.[0] === header));
  return { ...own, name, ...(rest.length > 0 ? { fields: Object.fromEntries(rest) } : {}) };
}
