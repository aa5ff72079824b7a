import type { AgendaPoint } from '../../domain/scorecard/agenda-point.ts';
import { scorecardJson } from '../../domain/scorecard/scorecard-json.ts';
import { parseWeek, type Week } from '../../domain/time/week.ts';
import { sayAgendaPoint } from '../../sentences/en/scorecard/agenda.ts';
import { scorecardText } from '../../sentences/en/scorecard/text.ts';
import { PLAIN } from '../../sentences/voice.ts';
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

export async function printScorecard(week: Week, { json }: { json?: boolean }): Promise<void> {
  const loaded = await withExistingContext((ctx) => loadScorecard(ctx, week));
  const say = (point: AgendaPoint) => sayAgendaPoint(point, PLAIN);
  if (json) console.log(JSON.stringify(scorecardJson(loaded, say)));
  else console.log(printable(scorecardText(loaded)));
}
