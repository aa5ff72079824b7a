import type { MissedWeek } from '../../../domain/scorecard/missed.ts';
import type { Week } from '../../../domain/time/week.ts';

/** "Weeks 45 and 46 were not posted: Tango was away. `/scorecard 2026-W45` and `2026-W46` show them."; empty where none was missed. */
export function sayMissed(missed: readonly MissedWeek[]): string {
  const groups = Map.groupBy(missed, ({ why }) => why);
  return [...groups]
    .map(([why, weeks]) =>
      sayGroup(
        weeks.map(({ week }) => week),
        WHY[why],
      ),
    )
    .join(' ');
}

const WHY: Record<MissedWeek['why'], string> = {
  away: 'Tango was away',
  no_channel: 'no channel was named for the scorecard',
};

function sayGroup(weeks: readonly Week[], why: string): string {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return '';
  if (first === last)
    return `Week ${numberOf(first)} was not posted: ${why}. \`/scorecard ${first}\` shows it.`;
  if (weeks.length === 2)
    return `Weeks ${numberOf(first)} and ${numberOf(last)} were not posted: ${why}. \`/scorecard ${first}\` and \`/scorecard ${last}\` show them.`;
  return `Weeks ${numberOf(first)} to ${numberOf(last)} were not posted: ${why}. \`/scorecard ${first}\` to \`/scorecard ${last}\` show them.`;
}

function numberOf(week: Week): number {
  return Number(week.slice(6));
}
