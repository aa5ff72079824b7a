import { refuse } from '../../domain/refusals.ts';
import { type EntryNames, entriesBetween } from '../../domain/scorecard/entries.ts';
import { figuresOf, movedBetween, type WeekAsItStands } from '../../domain/scorecard/moved.ts';
import { namedIn } from '../../domain/scorecard/told-moves.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { nameIn } from '../../domain/team/sharing.ts';
import { shiftWeek, type Week, weekAt } from '../../domain/time/week.ts';
import { findEntryNames } from '../../store/scorecard/entry-names.ts';
import { findScorecard } from '../../store/scorecard/scorecard.ts';
import { findPublishedShares, listWeekMoved } from '../../store/scorecard/week-shares.ts';
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
    const loaded = await loadIn(work, week);
    return { ...loaded, names: covered(loaded.names, work.settings) };
  });
}

async function loadIn(work: Work, asked: Asked): Promise<WeekAsItStands> {
  const { tx } = work;
  const week = resolveWeek(asked, currentWeek(work));
  const published = await findScorecard(tx, week);
  const { scorecard, standing } = await computeScorecard(work, week);
  if (!published) return { scorecard, published, moved: [], entries: [], told: [], names: NOBODY };
  const shares = await findPublishedShares(tx, week);
  const moved = movedBetween(figuresOf(published.scorecard), standing.figures);
  const entries = shares && entriesBetween(shares, standing.shares);
  const told = await listWeekMoved(tx, week);
  const names = await findEntryNames(tx, namedIn([{ moved, entries }, ...told]));
  return { scorecard, published, moved, entries, told, names };
}

const NOBODY: EntryNames = { leads: new Map(), spend: new Map() };

/** As everybody may see them. */
function covered(names: EntryNames, settings: Settings): EntryNames {
  return {
    ...names,
    leads: new Map([...names.leads].map(([id, lead]) => [id, nameIn(null, lead, settings)])),
  };
}

function currentWeek({ now, settings }: Work): Week {
  return weekAt(now, settings.timezone);
}

function resolveWeek(asked: Asked, current: Week): Week {
  if (asked === 'current') return current;
  return asked === 'last' ? shiftWeek(current, -1) : asked;
}
