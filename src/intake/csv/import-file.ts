/** The three kinds of files, each by its layout and its use case. */
import type { ImportNoun } from '../../domain/import/import.ts';
import type { OverlapRule } from '../../domain/money/overlap.ts';
import type { Context } from '../../usecases/context.ts';
import type { PostRule } from '../../usecases/lead/receive-leads.ts';
import { type Layout, LEADS, OUTCOMES, SPEND } from './columns/layout.ts';
import { importLeads, type LeadImportReport } from './import-leads.ts';
import { importOutcomes, type OutcomeImportReport } from './import-outcomes.ts';
import type { ImportReport, ImportRequest } from './import-rows.ts';
import { importSpend, type SpendImportReport } from './import-spend.ts';

/** What is said of a file as a whole. */
export interface FileRules {
  noun: ImportNoun;
  /** Of leads. */
  post: PostRule;
  /** Of spend. */
  overlap: OverlapRule;
}

export const LAYOUTS: Readonly<Record<ImportNoun, Layout>> = {
  leads: LEADS,
  outcomes: OUTCOMES,
  spend: SPEND,
};

export type FileReport = ImportReport &
  Partial<Omit<LeadImportReport & OutcomeImportReport & SpendImportReport, keyof ImportReport>>;

export function importFile(
  ctx: Context,
  request: ImportRequest,
  { noun, post, overlap }: FileRules,
): Promise<FileReport> {
  switch (noun) {
    case 'leads':
      return importLeads(ctx, request, post);
    case 'outcomes':
      return importOutcomes(ctx, request);
    case 'spend':
      return importSpend(ctx, { ...request, overlap });
    default:
      return noun satisfies never;
  }
}
