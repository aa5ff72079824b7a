import { refuse } from '../../domain/refusals.ts';
import { movedSince, type WeekAsItStands } from '../../domain/scorecard/moved.ts';
import { shiftWeek, type Week, weekAt } from '../../domain/time/week.ts';
import { findScorecard } from '../../store/scorecard/scorecard.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { computeScorecard } from './compute-scorecard.ts';

type Asked = Week | 'current' | 'last';

/** The week as it stands now, beside how it was published. `current` is the one that is not over yet, `last` the one before. */
export function loadScorecard(ctx: Context, asked: Asked): Promise<WeekAsItStands> {
  return perform(ctx, 'tango', (work) => loadIn(work, asked));
}

/** The same for a person: one without a single lead would say something of a week that has not begun. */
export function viewScorecard(ctx: Context, asked: Asked): Promise<WeekAsItStands> {
  return perform(ctx, 'tango', async (work) => {
    const current = currentWeek(work);
    const week = resolveWeek(asked, current);
    if (week > current) throw refuse('week_not_yet', { week, current });
    return loadIn(work, week);
  });
}

async function loadIn(work: Work, asked: Asked): Promise<WeekAsItStands> {
  const week = resolveWeek(asked, currentWeek(work));
  const published = await findScorecard(work.tx, week);
  const scorecard = await computeScorecard(work, week, published?.scorecard);
  return { scorecard, published, moved: published ? movedSince(published.scorecard, scorecard) : [] };
}

function currentWeek({ now, settings }: Work): Week {
  return weekAt(now, settings.timezone);
}

function resolveWeek(asked: Asked, current: Week): Week {
  if (asked === 'current') return current;
  return asked === 'last' ? shiftWeek(current, -1) : asked;
}
