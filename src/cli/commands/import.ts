import { type Command, Option } from 'commander';
import { EXTRA, isFieldOf, type Layout, LEADS, OUTCOMES, SPEND } from '../../intake/csv/columns/layout.ts';
import { importLeads } from '../../intake/csv/import-leads.ts';
import { importOutcomes } from '../../intake/csv/import-outcomes.ts';
import type { ImportReport, ImportRequest } from '../../intake/csv/import-rows.ts';
import { importSpend } from '../../intake/csv/import-spend.ts';
import type { DateOrder } from '../../intake/csv/values/dates.ts';
import type { Context } from '../../usecases/context.ts';
import type { PostRule } from '../../usecases/lead/receive-leads.ts';
import { EXIT } from '../exit.ts';
import { pairs, timezone } from '../options.ts';
import { printImport } from '../print-import.ts';
import { startProgress } from '../progress.ts';
import { withContext, withPassingContext } from '../with-context.ts';

interface ImportOptions {
  map?: Record<string, string>;
  set?: Record<string, string>;
  timezone?: string;
  dateOrder?: DateOrder;
  decimal?: 'comma' | 'point';
  dryRun?: boolean;
  progress?: boolean;
  post?: PostRule;
}

const MARKS = { comma: ',', point: '.' } as const;

type Import = (ctx: Context, request: ImportRequest, options: ImportOptions) => Promise<ImportReport>;

export function addImportCommands(program: Command, finish: (status: number) => void): void {
  const leads: Import = (ctx, request, { post }) => importLeads(ctx, request, post ?? 'recent');
  addImport(program, { layout: LEADS, run: leads }, finish).addOption(
    new Option('--post <which>', 'which leads get a card in Slack (recent: received within 3 days)')
      .choices(['recent', 'all', 'none'])
      .default('recent'),
  );
  addImport(program, { layout: OUTCOMES, run: importOutcomes }, finish);
  addImport(program, { layout: SPEND, run: importSpend }, finish);
}

function addImport(
  program: Command,
  { layout, run }: { layout: Layout; run: Import },
  finish: (status: number) => void,
): Command {
  const fields = [...Object.keys(layout.fields), ...(layout.keepsUnknown ? [`${EXTRA}NAME`] : [])];
  const pair = pairs((name) => isFieldOf(layout, name), fields);
  const noun = program.command(layout.noun).description(`import ${layout.noun} from a CSV file`);
  const command: Command = noun
    .command('import')
    .argument('<file>', 'CSV with commas, semicolons or tabs, and a header line')
    .option('--map <field=column>', 'the column that a field is read from', pair)
    .option('--set <field=value>', 'the value of a field in every row', pair)
    .option('--timezone <zone>', "of dates and times that name none (default: the team's)", timezone)
    .addOption(new Option('--date-order <order>', 'how to read 01-02-2023').choices(['dmy', 'mdy']))
    .addOption(
      new Option('--decimal <mark>', 'how to read 1.234 where no other row of the column tells').choices([
        'comma',
        'point',
      ]),
    )
    .option('--dry-run', 'check every row and write nothing')
    .option('--progress', 'show the progress bar although nobody seems to look on');
  return command.action(async (path: string, options: ImportOptions) => {
    const twice = Object.keys(options.map ?? {}).find((field) => field in (options.set ?? {}));
    if (twice) command.error(`error: ${twice} is given both by --map and by --set`);
    const report = await importFile(path, options, run);
    printImport(report, { noun: layout.noun, isDryRun: options.dryRun ?? false });
    finish(report.refused.length > 0 ? EXIT.someRefused : EXIT.done);
  });
}

function importFile(path: string, options: ImportOptions, run: Import): Promise<ImportReport> {
  const inContext = options.dryRun ? withPassingContext : withContext;
  return inContext(async (ctx, settings) => {
    const progress = startProgress(options.progress ?? false);
    const request: ImportRequest = {
      path,
      map: options.map ?? {},
      set: options.set ?? {},
      timezone: options.timezone ?? settings.timezone,
      currency: settings.currency,
      dateOrder: options.dateOrder ?? null,
      decimalMark: options.decimal ? MARKS[options.decimal] : null,
      dryRun: options.dryRun ?? false,
      onProgress: progress.show,
    };
    try {
      return await run(ctx, request, options);
    } finally {
      progress.end();
    }
  });
}
