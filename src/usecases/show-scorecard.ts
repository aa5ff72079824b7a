import type { Scorecard } from '../domain/scorecard/scorecard.ts';
import { type Week, weekAt } from '../domain/week.ts';
import { findScorecard } from '../store/scorecard.ts';
import { loadSettings } from '../store/settings.ts';
import { computeScorecard } from './compute-scorecard.ts';
import type { Context } from './context.ts';

export interface ShownScorecard {
  scorecard: Scorecard;
  /** Epoch ms; null when it was computed just now. */
  publishedAt: number | null;
}

/** The week as it was published, else as it stands now. Without a week: the current one. */
export function showScorecard(ctx: Context, week: Week | null): Promise<ShownScorecard> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const asked = week ?? weekAt(now, (await loadSettings(tx)).timezone);
    const published = await findScorecard(tx, asked);
    return published ?? { scorecard: await computeScorecard(tx, asked, now), publishedAt: null };
  });
}
