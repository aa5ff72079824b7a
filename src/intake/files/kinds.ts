import type { FileNoun, FileWish } from '../../domain/brought-file/brought-file.ts';
import type { Context } from '../../usecases/context.ts';
import { type Layout, LEADS, OUTCOMES, SPEND } from '../csv/columns/layout.ts';
import { importLeads, type LeadImportReport } from '../csv/import-leads.ts';
import { importOutcomes } from '../csv/import-outcomes.ts';
import type { ImportReport, ImportRequest } from '../csv/import-rows.ts';
import { importSpend } from '../csv/import-spend.ts';

export type FileReport = ImportReport & Partial<Omit<LeadImportReport, keyof ImportReport>>;

interface FileKind {
  layout: Layout;
  run(ctx: Context, request: ImportRequest, wish: FileWish): Promise<FileReport>;
}

export const FILE_KINDS: Record<FileNoun, FileKind> = {
  leads: { layout: LEADS, run: (ctx, request, { post }) => importLeads(ctx, request, post ?? 'recent') },
  spend: { layout: SPEND, run: (ctx, request) => importSpend(ctx, { ...request, overlap: 'ask' }) },
  outcomes: { layout: OUTCOMES, run: importOutcomes },
};
