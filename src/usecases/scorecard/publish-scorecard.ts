import { scorecardThread } from '../../domain/announcements/team.ts';
import { type MissedWeek, missedBefore } from '../../domain/scorecard/missed.ts';
import { channelAt, targetOf } from '../../domain/team/place.ts';
import type { Week } from '../../domain/time/week.ts';
import { cancelWaitingAt, countWaitingAt } from '../../store/outbox/repost.ts';
import { findScorecard, findScorecardBefore, insertScorecard } from '../../store/scorecard/scorecard.ts';
import { insertWeekShares } from '../../store/scorecard/week-shares.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { computeScorecard } from './compute-scorecard.ts';
import { noteMoved } from './note-moved.ts';
import { calendarOf } from './week-facts.ts';

export type Publication = 'published' | 'published_before' | 'waits_for_channel';

/**
 * Keeps the week as it stands now and posts it, head first and its thread after. A week is published once, whoever asks. Without a channel the
 * latest waits for one to be named; those before it are read with `/scorecard`, and the latest names them.
 */
export function publishScorecard(ctx: Context, week: Week): Promise<Publication> {
  return perform(ctx, 'tango', async (work): Promise<Publication> => {
    const { tx, now, settings, announce } = work;
    if (await findScorecard(tx, week)) return 'published_before';
    const target = targetOf(settings, 'scorecard');
    const { standing, measure, ...computed } = await computeScorecard(work, week);
    const scorecard = { ...computed.scorecard, missed: await missedWeeks(work, week, target) };
    if (!(await insertScorecard(tx, scorecard, now))) return 'published_before';
    const hasMoved = await noteMoved(work, week);
    await insertWeekShares(tx, {
      ...{ week, standing, isAsPublished: true, at: now },
      ...{ calendar: calendarOf(measure), startsAt: measure.startsAt },
    });
    if (channelAt(target) === null) await cancelWaitingAt(tx, target);
    await announce(...scorecardThread(scorecard, target, hasMoved));
    return channelAt(target) === null ? 'waits_for_channel' : 'published';
  });
}

async function missedWeeks({ tx }: Work, week: Week, target: string): Promise<MissedWeek[]> {
  const before = await findScorecardBefore(tx, week);
  if (!before) return [];
  const isWaiting = channelAt(target) === null && (await countWaitingAt(tx, target)) > 0;
  return missedBefore(week, { last: before.scorecard, isWaiting });
}
