import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Backlog } from '../../domain/delivery/backlog.ts';
import type { OverlapRule } from '../../domain/money/overlap.ts';
import { importLeads } from '../../intake/csv/import-leads.ts';
import { importOutcomes } from '../../intake/csv/import-outcomes.ts';
import type { ImportReport, ImportRequest } from '../../intake/csv/import-rows.ts';
import { importSpend } from '../../intake/csv/import-spend.ts';
import { withLocalFile } from '../../intake/csv/web/with-local-file.ts';
import type { DateOrder } from '../../reading/dates/read-dates.ts';
import type { SaidStages } from '../../reading/outcome/stage.ts';
import { sayTimeToPost } from '../../sentences/en/backlog.ts';
import { count } from '../../sentences/en/count.ts';
import type { Context } from '../../usecases/context.ts';
import { importRecord } from '../../usecases/import/record-import.ts';
import type { PostRule } from '../../usecases/lead/receive-leads.ts';
import { outboxState } from '../../usecases/outbox/outbox-state.ts';
import { EXIT } from '../exit.ts';
import { printImport } from '../print-import.ts';
import { printable } from '../printable.ts';
import { startProgress } from '../progress.ts';
import { withContext, withPassingContext } from '../with-context.ts';

export interface ImportOptions {
  map?: Record<string, string>;
  set?: Record<string, string>;
  timezone?: string;
  sheet?: string;
  dateOrder?: DateOrder;
  decimal?: 'comma' | 'point';
  dryRun?: boolean;
  progress?: boolean;
  post?: PostRule;
  stage?: SaidStages;
  overlap?: OverlapRule;
}

/** Rows are short-lived: where V8 keeps the place for them as small as it begins, an import takes 100 MB less, and no more time. */
const SMALL_NURSERY = '--semi-space-growth-factor=1';

const MARKS = { comma: ',', point: '.' } as const;

type Import = (ctx: Context, request: ImportRequest, options: ImportOptions) => Promise<ImportReport>;

const IMPORTS: Record<'leads' | 'outcomes' | 'spend', Import> = {
  leads: (ctx, request, { post }) => importLeads(ctx, request, post ?? 'recent'),
  outcomes: importOutcomes,
  spend: (ctx, request, { overlap }) => importSpend(ctx, { ...request, overlap: overlap ?? 'ask' }),
};

/** Answers with the status that the command ends with. */
export async function runImport(
  noun: keyof typeof IMPORTS,
  path: string,
  options: ImportOptions,
): Promise<number> {
  setFlagsFromString(SMALL_NURSERY);
  const fileName = path.startsWith('https:') ? 'Google Sheet' : basename(path);
  const { report, backlog } = await withLocalFile(path, (local) =>
    importFile(local, options, { noun, fileName }),
  );
  printImport(report, { noun, isDryRun: options.dryRun ?? false });
  for (const each of backlog) console.log(printable(sayBacklog(each)));
  if (report.stoppedAfter !== undefined) return EXIT.failed;
  return report.refused.length > 0 ? EXIT.someRefused : EXIT.done;
}

interface Imported {
  report: ImportReport;
  /** What it leaves to be posted. */
  backlog: Backlog[];
}

function importFile(
  path: string,
  options: ImportOptions,
  { noun, fileName }: { noun: keyof typeof IMPORTS; fileName: string },
): Promise<Imported> {
  const run = IMPORTS[noun];
  const inContext = options.dryRun ? withPassingContext : withContext;
  return inContext(async (ctx, settings) => {
    const progress = startProgress(options.progress ?? false);
    const stop = stopOnInterrupt();
    const request: ImportRequest = {
      path,
      map: options.map ?? {},
      set: options.set ?? {},
      timezone: options.timezone ?? settings.timezone,
      currency: settings.currency,
      dateOrder: options.dateOrder ?? null,
      decimalMark: options.decimal ? MARKS[options.decimal] : null,
      dryRun: options.dryRun ?? false,
      ...(options.sheet !== undefined && { sheet: options.sheet }),
      ...(options.stage && { stages: options.stage }),
      onProgress: progress.show,
      record: importRecord(ctx, { noun, fileName, by: 'import' }),
      signal: stop.signal,
    };
    try {
      const report = await run(ctx, request, options);
      const { backlog } = await outboxState(ctx);
      return { report, backlog: backlog.filter(({ bulk }) => bulk > 0) };
    } finally {
      stop.listenNoMore();
      progress.end();
    }
  });
}

/** The first Ctrl-C ends it after the rows that are under way; the second one ends it at once, like any program. */
function stopOnInterrupt() {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  return { signal: controller.signal, listenNoMore: () => void process.off('SIGINT', stop) };
}

function sayBacklog(backlog: Backlog): string {
  const cards = `${count(backlog.bulk, 'card')} to be posted in ${backlog.target}`;
  return `${cards}: ${sayTimeToPost(backlog)}, behind whatever comes alone. \`tango outbox stop\` stops them.`;
}
