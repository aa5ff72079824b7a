/** A file that somebody brought in Slack, as what reads files asks for it, and what came of it as its person reads it. */
import { type BroughtFile, type FileOutcome, MOST_NAMED } from '../../domain/brought-file/brought-file.ts';
import type { SaidStatuses } from '../../reading/lead/status.ts';
import type { SaidStages } from '../../reading/outcome/stage.ts';
import { CLICKED_ANSWERS } from '../../sentences/en/file-answers.ts';
import { fileSettings } from '../../usecases/brought-file/work-on-files.ts';
import type { Context } from '../../usecases/context.ts';
import type { FileReport } from '../csv/import-file.ts';
import type { ImportRequest } from '../csv/import-rows.ts';

export async function requestOf(ctx: Context, { wish }: BroughtFile, path: string): Promise<ImportRequest> {
  const { timezone, currency: ours } = await fileSettings(ctx);
  const currency = wish.currency ?? ours;
  const { map, set, sheet, dateOrder, decimalMark, words, update } = wish;
  return {
    ...{ path, map, set, timezone, currency, dateOrder, decimalMark, update, dryRun: false },
    ...{ statuses: words.status as SaidStatuses, stages: words.outcome as SaidStages },
    ...(sheet !== null && { sheet }),
    answers: CLICKED_ANSWERS,
    onProgress: () => undefined,
  };
}

export function outcomeOf(report: FileReport, isFileLost: boolean): FileOutcome {
  const { rows, taken, updated = 0, unchanged, refusedRows, withoutLead = 0, uncarded = 0, reasons } = report;
  return {
    ...{ rows, taken, updated, unchanged, refused: refusedRows, withoutLead, uncarded, isFileLost },
    reasons: reasons.slice(0, MOST_NAMED),
  };
}
