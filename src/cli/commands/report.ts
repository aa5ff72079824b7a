import { type Command, Option } from 'commander';
import { REPORT_KEYS, type ReportBy } from '../../domain/report/report.ts';
import { namedReport } from '../../sentences/en/report.ts';
import { loadReport } from '../../usecases/report/build-report.ts';
import { day } from '../options.ts';
import { printReport } from '../print-report.ts';
import { withExistingContext } from '../with-context.ts';

interface ReportOptions {
  from: string;
  to: string;
  by: ReportBy;
  json?: boolean;
}

export function addReportCommand(program: Command): void {
  const command = program
    .command('report')
    .description('what came of the leads that arrived between two days, and what they cost')
    .requiredOption('--from <day>', 'first day of arrival, YYYY-MM-DD', day)
    .requiredOption('--to <day>', 'last day of arrival, included', day)
    .addOption(new Option('--by <key>', 'what to group by').choices(REPORT_KEYS).default('source'))
    .option('--json', 'print JSON instead of a table');
  command.action(async ({ from, to, by, json }: ReportOptions) => {
    if (from > to) command.error('error: --to is before --from');
    const found = namedReport(await withExistingContext((ctx) => loadReport(ctx, { from, to, by })));
    if (json) console.log(JSON.stringify(found));
    else printReport(found);
  });
}
