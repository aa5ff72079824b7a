import type { Command } from 'commander';
import type { AgendaPoint } from '../../domain/scorecard/agenda.ts';
import { scorecardJson } from '../../domain/scorecard/scorecard-json.ts';
import type { Week } from '../../domain/time/week.ts';
import { sayAgendaPoint } from '../../sentences/en/scorecard/agenda.ts';
import { scorecardText } from '../../sentences/en/scorecard/text.ts';
import { PLAIN } from '../../sentences/voice.ts';
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
      const say = (point: AgendaPoint) => sayAgendaPoint(point, PLAIN);
      if (json) console.log(JSON.stringify(scorecardJson(scorecard, publishedAt, say)));
      else console.log(printable(scorecardText(scorecard)));
    });
}
