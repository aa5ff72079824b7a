import { type Command, Option } from 'commander';
import { METRIC_IDS } from '../../domain/scorecard/metrics.ts';
import type { ScorecardOptions } from '../run/scorecard.ts';

export function addScorecardCommand(program: Command): void {
  const command = program
    .command('scorecard')
    .description('the joint scorecard of a week: as it was published, or as it stands now')
    .argument('<week>', 'ISO week such as 2026-W47')
    .option('--json', 'print JSON, the same as GET /api/scorecards/WEEK')
    .addOption(
      new Option('--behind <number>', 'list what a number is made of, as CSV')
        .choices(METRIC_IDS)
        .conflicts('json'),
    );
  command.action(async (asked: string, options: ScorecardOptions) => {
    const { printScorecard, weekIn } = await import('../run/scorecard.ts');
    const week = weekIn(asked);
    if (week === null)
      command.error(
        `error: command-argument value '${asked}' is invalid for argument 'week'. It must be an ISO week such as 2026-W47.`,
      );
    else await printScorecard(week, options);
  });
}
