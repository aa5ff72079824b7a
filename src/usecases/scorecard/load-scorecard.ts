import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import { shiftWeek, type Week, weekAt } from '../../domain/time/week.ts';
import { findScorecard } from '../../store/scorecard/scorecard.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import { computeScorecard } from './compute-scorecard.ts';

export interface LoadedScorecard {
  scorecard: Scorecard;
  /** Epoch ms; null when it was computed just now. */
  publishedAt: number | null;
}

/** The week as it was published, else as it stands now. `current` is the one that is not over yet, `last` the one before. */
export function loadScorecard(ctx: Context, asked: Week | 'current' | 'last'): Promise<LoadedScorecard> {
  return perform(ctx, 'tango', async (work) => {
    const week = resolveWeek(asked, weekAt(work.now, work.settings.timezone));
    const published = await findScorecard(work.tx, week);
    return published ?? { scorecard: await computeScorecard(work, week), publishedAt: null };
  });
}

function resolveWeek(asked: Week | 'current' | 'last', current: Week): Week {
  if (asked === 'current') return current;
  return asked === 'last' ? shiftWeek(current, -1) : asked;
}
