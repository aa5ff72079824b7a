import type { MetricId } from '../../../domain/scorecard/metrics.ts';
import type { WeekAsItStands } from '../../../domain/scorecard/moved.ts';
import { COMPARED } from '../../../domain/scorecard/parts.ts';
import type { Scorecard } from '../../../domain/scorecard/scorecard.ts';
import { PLAIN } from '../../voice.ts';
import { sayGoalsOf, sayLeadsOwed } from '../goal-pace.ts';
import { sayAnswer, sayRejectsOf } from '../rejects.ts';
import { sayKey } from '../report.ts';
import { sayAgendaPoint, sayFate } from './agenda.ts';
import { isNothing, sayFigure } from './figure.ts';
import { averageName, footnotes, PART_TITLES, sayGrown, scorecardHeadline } from './headline.ts';
import { METRIC_WORDS } from './metrics.ts';
import { sayMoves } from './moved.ts';
import { sayOverdue, sayStorySteps, sayWorth } from './stories.ts';

/** The scorecard as plain text, for the command line. Holds words from outside as they came. */
export function scorecardText({
  scorecard,
  names,
  told,
  ...week
}: Omit<WeekAsItStands, 'published'>): string {
  const grown = sayGrown(scorecard);
  const owed = sayLeadsOwed(scorecard);
  const sections = [
    [
      scorecardHeadline(scorecard),
      ...sayGoalsOf(scorecard),
      ...compared(scorecard, COMPARED.head),
      ...(grown ? [`${grown.name}: ${grown.said}`] : []),
      ...footnotes(scorecard),
    ],
    ['Moved since it was published', ...sayMoves(week, { names, voice: PLAIN })],
    [PART_TITLES.marketing, ...(owed === null ? [] : [owed]), ...compared(scorecard, COMPARED.marketing)],
    [PART_TITLES.sales, ...compared(scorecard, COMPARED.sales)],
    [PART_TITLES.sources, ...sources(scorecard)],
    [
      PART_TITLES.rejections,
      ...scorecard.rejections.map(({ label, leads }) => `${leads}  ${label}`),
      ...scorecard.answers.map((answer) => `${sayRejectsOf(answer)}: ${sayAnswer(answer, PLAIN)}`),
    ],
    [PART_TITLES.buying, ...scorecard.buying.map(({ segment, won, leads }) => `${segment}  ${won}/${leads}`)],
    [
      PART_TITLES.moved,
      ...told.flatMap((each) => [
        each.week,
        ...sayMoves(each, { names, voice: PLAIN }).map((line) => `  ${line}`),
      ]),
    ],
    [
      PART_TITLES.stories,
      ...[sayStorySteps(scorecard.stories)].filter(Boolean),
      ...scorecard.stories.overdue.map((each) => `overdue: ${sayOverdue(each, PLAIN)}, ${each.dueDate}`),
      ...scorecard.stories.worth.map((each) => sayWorth(each, PLAIN)),
    ],
    [
      'Last agenda',
      ...(scorecard.lastAgenda?.items ?? []).map((item) => `${sayFate(item, PLAIN)} (${item.side})`),
    ],
    [
      PART_TITLES.agenda,
      ...scorecard.agenda.map(({ point, side }) => `${sayAgendaPoint(point, PLAIN)} (${side})`),
    ],
  ];
  return sections
    .filter((lines) => lines.length > 1)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function compared(scorecard: Scorecard, ids: readonly MetricId[]): string[] {
  const rows = ids.flatMap((id) => {
    const { now, last, average } = scorecard.metrics[id];
    const figures = [now, last, average];
    return figures.every(isNothing) ? [] : [[METRIC_WORDS[id].name, ...figures.map(sayFigure)]];
  });
  if (rows.length === 0) return [];
  return aligned([['', 'This week', 'Last week', averageName(scorecard)], ...rows]);
}

function sources({ sources: rows }: Scorecard): string[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) => [
    sayKey(row.source, 'source'),
    ...[row.leads, row.open, row.qualified, row.rejected, row.won].map(String),
  ]);
  return aligned([['', 'Leads', 'Open', 'Qualified', 'Rejected', 'Won'], ...cells]);
}

/** The first column to the left, the others to the right. */
function aligned(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
