import { keyOf } from '../../domain/announcement.ts';
import { otherReasons } from '../../domain/announcements/rejects.ts';
import { areTooManyOther } from '../../domain/rejects/rejects.ts';
import { whoAnswers } from '../../domain/rejects/who-answers.ts';
import { type Week, weekRange } from '../../domain/time/week.ts';
import { findRejectedBetween } from '../../store/lead/rejected-between.ts';
import { findAnnounced } from '../../store/outbox/enqueue.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

/** Of a week in which too many rejects were for "other" reasons a manager hears once: who is there. Returns whether it was said. */
export function tellOtherReasons(ctx: Context, week: Week): Promise<boolean> {
  return perform(ctx, 'tango', async ({ tx, now, settings, announce }) => {
    const { start, end } = weekRange(week, settings.timezone);
    if (!areTooManyOther(await findRejectedBetween(tx, start, end))) return false;
    const { managers } = settings;
    const told = managers.map((person) => keyOf(otherReasons(week, person)));
    if (managers.length > 0 && (await findAnnounced(tx, told))) return false;
    const manager = whoAnswers([], { ...settings, marketers: managers, managers: [] }, now);
    if (manager) await announce(otherReasons(week, manager));
    return manager !== null;
  });
}
