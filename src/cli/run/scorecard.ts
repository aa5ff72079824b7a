import { stringify } from 'csv-stringify/sync';
import type { AgendaPoint } from '../../domain/scorecard/agenda-point.ts';
import type { BehindRow } from '../../domain/scorecard/behind.ts';
import { METRICS, type MetricId } from '../../domain/scorecard/metrics.ts';
import { majorParts, scorecardJson } from '../../domain/scorecard/scorecard-json.ts';
import { parseWeek, type Week } from '../../domain/time/week.ts';
import { sayAgendaPoint } from '../../sentences/en/scorecard/agenda.ts';
import { scorecardText } from '../../sentences/en/scorecard/text.ts';
import { PLAIN } from '../../sentences/voice.ts';
import { listBehind } from '../../usecases/scorecard/load-behind.ts';
import { loadScorecard } from '../../usecases/scorecard/load-scorecard.ts';
import { printable } from '../printable.ts';
import { withExistingContext } from '../with-context.ts';

/** Null for what is none. */
export function weekIn(text: string): Week | null {
  try {
    return parseWeek(text);
  } catch {
    return null;
  }
}

export interface ScorecardOptions {
  json?: boolean;
  behind?: MetricId;
}

export async function printScorecard(week: Week, { json, behind }: ScorecardOptions): Promise<void> {
  if (behind) return printBehind(week, behind);
  const loaded = await withExistingContext((ctx) => loadScorecard(ctx, week));
  const say = (point: AgendaPoint) => sayAgendaPoint(point, PLAIN);
  if (json) console.log(JSON.stringify(scorecardJson(loaded, say)));
  else console.log(printable(scorecardText(loaded)));
}

/** For a spreadsheet: what a line adds to the numerator or the amount, and to the denominator. What a name from outside begins with is no formula. */
async function printBehind(week: Week, metric: MetricId): Promise<void> {
  const { rows, currency } = await withExistingContext((ctx) => listBehind(ctx, { week, metric }));
  const { formula } = METRICS[metric];
  const told = (row: BehindRow) => ({ ...columnsOf(row), ...majorParts(formula, row.added, currency) });
  process.stdout.write(
    stringify(rows.map(told), { header: true, escape_formulas: true, columns: BEHIND_COLUMNS }),
  );
}

const BEHIND_COLUMNS = [
  ...['id', 'name', 'company', 'source', 'campaign', 'state', 'owner', 'reason', 'note'],
  ...['from', 'to', 'side', 'part', 'of'],
];

function columnsOf(row: BehindRow): Record<string, string | null> {
  if (row.is === 'amount') {
    const { id, source, campaign, note, from, to, side } = row.amount;
    return { id, source, campaign, note, from, to, side };
  }
  const { id, name, company, source, campaign, state, owner, verdictNote: note } = row.lead;
  return { id, name, company, source, campaign, state, owner, note, reason: row.reasonLabel };
}
