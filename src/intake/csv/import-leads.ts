import { refuse } from '../../domain/refusals.ts';
import { isTestLead } from '../../reading/lead/test-lead.ts';
import { sayRefusal } from '../../sentences/refusal.ts';
import { PLAIN } from '../../sentences/voice.ts';
import type { Context } from '../../usecases/context.ts';
import { findKnownIds } from '../../usecases/lead/find-known-ids.ts';
import { leadPreview } from '../../usecases/lead/preview-leads.ts';
import {
  type LeadInput,
  type PostRule,
  type ReceivedLead,
  receiveLeads,
} from '../../usecases/lead/receive-leads.ts';
import { leadSchema } from '../schemas/lead.ts';
import { LEADS } from './columns/layout.ts';
import { type ImportReport, type ImportRequest, importRows } from './import-rows.ts';
import type { FitRow, SavedRow } from './row-kind.ts';
import { leadRow } from './values/lead-row.ts';

export interface LeadImportReport extends ImportReport {
  /** Rows whose source was blank: kept apart as "(no source)". */
  withoutSource: number;
  /** Rows that do not say when they came: taken as of now, without a card unless all are to have one. */
  withoutDate?: { rows: number; hasColumn: boolean };
  /** Only tried: new leads that would be posted, and those that would not, since they have a date and it is long ago. */
  cards?: number;
  old?: number;
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
  let [cards, old] = [0, 0];
  const look = leadPreview(ctx, { post });
  const withoutDate = { rows: 0, hasColumn: false };
  const schema = leadSchema({ now: ctx.clock.now, file: request }).transform((lead) => {
    const isTest = isTestLead(lead);
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
    complete: leadRow,
    preview: async (rows) => {
      const leads = await withNames(ctx, rows);
      return (await look(leads)).map(({ fate, isCarded }, index) => {
        if (isCarded) cards += 1;
        else if (fate === 'taken' && leads[index]?.receivedAt !== undefined && !leads[index].isTest) old += 1;
        return fate === 'another' ? fateOfOther(leads[index]?.externalId ?? '') : fate;
      });
    },
    save: async (rows, importId) => {
      const leads = await withNames(ctx, rows);
      const received = await receiveLeads(ctx, leads, {
        ...{ by: 'import', post, undated: 'old', refusesOthers: true, importId },
      });
      return received.map((answer, index) => fateOf(answer, leads[index]?.externalId ?? ''));
    },
  });
  return {
    ...report,
    withoutSource,
    ...(withoutDate.rows > 0 && { withoutDate }),
    ...(tests > 0 && { tests }),
    ...(request.dryRun && { cards, old }),
  };
}

/** A row without an id is named by its cells; one that an earlier version has brought keeps the name that it has. */
async function withNames(ctx: Context, rows: readonly FitRow<LeadInput>[]): Promise<LeadInput[]> {
  const names = rows.map(({ input, rowName }) => (input.externalId == null ? rowName() : null));
  const known = await findKnownIds(
    ctx,
    names.flatMap((name) => name?.former ?? []),
  );
  return rows.map(({ input }, index) => {
    const name = names[index];
    return name ? { ...input, externalId: known.has(name.former) ? name.former : name.name } : input;
  });
}

function fateOf({ duplicate, isAnother }: ReceivedLead, externalId: string): SavedRow {
  if (isAnother) return fateOfOther(externalId);
  return duplicate ? 'unchanged' : 'taken';
}

function fateOfOther(externalId: string): SavedRow {
  return { refused: sayRefusal(refuse('id_of_another', { externalId }).refusal, PLAIN) };
}
