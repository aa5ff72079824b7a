/** What the runner needs to know of a file before and after it is read. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type BroughtFile, type FileOutcome, MOST_NAMED } from '../../domain/brought-file/brought-file.ts';
import { AppError } from '../../errors.ts';
import type { SaidStatuses } from '../../reading/lead/status.ts';
import type { SaidStages } from '../../reading/outcome/stage.ts';
import { CLICKED_ANSWERS } from '../../sentences/en/file-answers.ts';
import { sayRefusal } from '../../sentences/refusal.ts';
import { PLAIN } from '../../sentences/voice.ts';
import { fileSettings } from '../../usecases/brought-file/work-on-files.ts';
import type { Context } from '../../usecases/context.ts';
import type { FileReport } from '../csv/import-file.ts';
import type { ImportRequest } from '../csv/import-rows.ts';

/** When Slack says who the people of a file are; null: that is not what went wrong. */
export function askedLater(error: Error): { waitMs: number; why: string } | null {
  if (!(error instanceof AppError) || error.refusal.code !== 'people_asked_later') return null;
  const { waitMs } = error.refusal.facts as { waitMs: number };
  return { waitMs, why: sayRefusal(error.refusal, PLAIN) };
}

/** It is shown, and never leads out of its folder. */
export function fileName(name: string): string {
  const plain = name.replaceAll(/[/\\\0]/g, '_').slice(-100);
  return /^\.*$/.test(plain) ? 'file' : plain;
}

/** Where we laid it down is nobody’s business. */
export function sayHere(sentence: string): string {
  return sentence.replaceAll(/\S*tango-file-[^/\s]*\//g, '');
}

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
  const { rows, taken, updated = 0, unchanged, refusedRows, withoutLead = 0, reasons } = report;
  return {
    ...{ rows, taken, updated, unchanged, refused: refusedRows, withoutLead, isFileLost },
    reasons: reasons.slice(0, MOST_NAMED),
  };
}

export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
