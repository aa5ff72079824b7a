import { scorecardThread } from '../../domain/announcements/team.ts';
import type { Week } from '../../domain/time/week.ts';
import { findScorecard, insertScorecard } from '../../store/scorecard/scorecard.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';
import { computeScorecard } from './compute-scorecard.ts';

export type Publication = 'published' | 'published_before' | 'no_channel';

/** Keeps the week as it stands now and posts it, head first and its thread after. A week is published once, whoever asks. */
export function publishScorecard(ctx: Context, week: Week): Promise<Publication> {
  return perform(ctx, 'tango', async (work): Promise<Publication> => {
    const { tx, now, settings, announce } = work;
    if (settings.scorecardChannel === null) return 'no_channel';
    if (await findScorecard(tx, week)) return 'published_before';
    const scorecard = await computeScorecard(work, week);
    if (!(await insertScorecard(tx, scorecard, now))) return 'published_before';
    await announce(...scorecardThread(scorecard, settings.scorecardChannel));
    return 'published';
  });
}
