import type { Command } from 'commander';
import { scorecardJson } from '../../domain/scorecard/scorecard-json.ts';
import { scorecardText } from '../../domain/scorecard/text.ts';
import type { Week } from '../../domain/time/week.ts';
import { loadScorecard } from '../../usecases/scorecard/load-scorecard.ts';
import { week } from '../options.ts';
import { printable } from '../printable.ts';
import { withExistingContext } from '../with-context.ts';

export function addScorecardCommand(program: Command): void {
  program
    .command('scorecard')
    .description('the joint scorecard of a week: as it was published, or as it stands now')
    .argument('<week>', 'ISO week such as 2026-W47', week)
    .option('--json', 'print JSON, the same as GET /api/scorecards/WEEK')
    .action(async (asked: Week, { json }: { json?: boolean }) => {
      const { scorecard, publishedAt } = await withExistingContext((ctx) => loadScorecard(ctx, asked));
      if (json) console.log(JSON.stringify(scorecardJson(scorecard, publishedAt)));
      else console.log(printable(scorecardText(scorecard)));
    });
}
