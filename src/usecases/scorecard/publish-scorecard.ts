import type { Announcement } from '../../domain/announcement.ts';
import { partsOf } from '../../domain/scorecard/parts.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import type { Week } from '../../domain/time/week.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import { findScorecard, insertScorecard } from '../../store/scorecard/scorecard.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';
import { computeScorecard } from './compute-scorecard.ts';

export type Publication = 'published' | 'published before' | 'no channel';

/** Keeps the week as it stands now and posts it, head first and its thread after. A week is published once, whoever asks. */
export function publishScorecard(ctx: Context, week: Week): Promise<Publication> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx): Promise<Publication> => {
    const { scorecardChannel } = await loadSettings(tx);
    if (scorecardChannel === null) return 'no channel';
    if (await findScorecard(tx, week)) return 'published before';
    const scorecard = await computeScorecard(tx, week, now);
    if (!(await insertScorecard(tx, scorecard, now))) return 'published before';
    for (const announcement of announcementsOf(scorecard, scorecardChannel)) {
      await enqueue(tx, announcement, { id: ctx.newId('outbox'), now });
    }
    return 'published';
  });
}

function announcementsOf(scorecard: Scorecard, target: string): Announcement[] {
  const { week } = scorecard;
  const parts = partsOf(scorecard).map((part): Announcement => {
    return { kind: 'scorecard_part', ref: `${week}/${part}`, target, threadOf: `scorecard_head:${week}` };
  });
  return [{ kind: 'scorecard_head', ref: week, target }, ...parts];
}
