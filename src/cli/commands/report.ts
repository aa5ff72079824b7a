import { type Command, Option } from 'commander';
import { REPORT_KEYS } from '../../domain/report/report-keys.ts';
import { day } from '../options.ts';
import type { ReportOptions } from '../run/report.ts';

export function addReportCommand(program: Command): void {
  const command = program
    .command('report')
    .description('what came of the leads that arrived between two days, and what they cost')
    .requiredOption('--from <day>', 'first day of arrival, YYYY-MM-DD', day)
    .requiredOption('--to <day>', 'last day of arrival, included', day)
    .addOption(new Option('--by <key>', 'what to group by').choices(REPORT_KEYS).default('source'))
    .option('--json', 'print JSON instead of a table')
    .addOption(new Option('--csv', 'print CSV instead of a table').conflicts('json'));
  command.action(async (options: ReportOptions) => {
    if (options.from > options.to) command.error('error: --to is before --from');
    const { runReport } = await import('../run/report.ts');
    await runReport(options);
  });
}
