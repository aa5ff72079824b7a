import { cohortOf } from '../../domain/scorecard/cohort.ts';
import { entriesBetween } from '../../domain/scorecard/entries.ts';
import { type Figures, figuresOf, moneyFigures, movedBetween } from '../../domain/scorecard/moved.ts';
import { DAY } from '../../domain/time/duration.ts';
import { shiftWeek, type Week, weekRange } from '../../domain/time/week.ts';
import { findSpendBetween } from '../../store/money/spend.ts';
import { findBooked, findScorecard, listPublishedWeeks } from '../../store/scorecard/scorecard.ts';
import {
  ALWAYS_LOOKED_AT,
  forgetTouched,
  listTouched,
  TOUCHED_SPAN,
  type Touched,
  touchWeeks,
} from '../../store/scorecard/touched.ts';
import {
  findKeptWeek,
  insertWeekMoved,
  insertWeekShares,
  listShownFigures,
  updateShown,
} from '../../store/scorecard/week-shares.ts';
import type { Work } from '../work.ts';
import { calendarOf, loadStanding, measureOf } from './week-facts.ts';

/**
 * Keeps for the thread of a week which earlier weeks have moved since they were last told, and why. Looked at are those of late, those in which an old
 * lead has changed, and those of which the money or the deals are others: never all leads there are. True: there are such weeks.
 */
export async function noteMoved(work: Work, toldIn: Week): Promise<boolean> {
  const { tx } = work;
  const touched = await listTouched(tx);
  let hasMoved = false;
  for (const week of await weeksToLookAt(work, toldIn, touched))
    hasMoved = (await noteWeek(work, toldIn, week)) || hasMoved;
  await forgetTouched(tx, touched);
  return hasMoved;
}

async function weeksToLookAt(work: Work, toldIn: Week, touched: readonly Touched[]): Promise<Week[]> {
  const published = [...(await listPublishedWeeks(work.tx))].filter((week) => week < toldIn).sort();
  const last = published.at(-1);
  if (!last) return [];
  const late = shiftWeek(last, -ALWAYS_LOOKED_AT);
  const spans = touched.map(({ since }) => since);
  const others = await weeksOfOtherMoney(work);
  return published.filter((week) => week > late || others.has(week) || isTouched(week, spans));
}

/** Whichever zone the team is in. */
function isTouched(week: Week, spans: readonly number[]): boolean {
  const { start, end } = weekRange(week, 'UTC');
  return spans.some((since) => since < end + DAY && since + TOUCHED_SPAN > start - DAY);
}

/** All money and all deals of the weeks that were told: as many rows as there are invoices and wins. */
async function weeksOfOtherMoney({ tx, now, settings }: Work): Promise<Set<Week>> {
  const shown = (await listShownFigures(tx)).map(({ calendar, ...each }) => ({
    ...each,
    range: weekRange(each.week, calendar.zone),
    timezone: calendar.zone,
  }));
  const [first, last] = [shown[0]?.range, shown.at(-1)?.range];
  if (!first || !last) return new Set();
  const spend = await findSpendBetween(tx, first.from, last.to);
  const booked = await findBooked(tx, first.start - DAY, last.end + DAY);
  const nothing = { leads: [], reasons: [], firstArrival: null, undecidedPairs: 0, now };
  const others = shown.filter(({ week, figures, timezone, startsAt }) => {
    const currency = figures.spent?.kind === 'money' ? figures.spent.currency : settings.currency;
    const facts = { ...nothing, spend, booked, settings: { ...settings, timezone, currency } };
    return movedBetween(figures, moneyFigures(cohortOf(week, facts, startsAt))).length > 0;
  });
  return new Set(others.map(({ week }) => week));
}

async function noteWeek(work: Work, toldIn: Week, week: Week): Promise<boolean> {
  const { tx, now } = work;
  const measure = await measureOf(work, week);
  const standing = await loadStanding(work, week, measure);
  const kept = await findKeptWeek(tx, week);
  const shown = kept?.shown.figures ?? (await publishedFigures(work, week));
  const entries = kept && entriesBetween(kept.shown.shares, standing.shares);
  const moved = movedBetween(shown, standing.figures);
  if (moved.length > 0) await insertWeekMoved(tx, toldIn, { week, moved, entries });
  if (!kept)
    await insertWeekShares(tx, {
      ...{ week, standing, isAsPublished: false, at: now },
      ...{ calendar: calendarOf(measure), startsAt: measure.startsAt },
    });
  else if (moved.length > 0 || entries?.length) await updateShown(tx, week, standing, now);
  if (standing.mayMoveByItself) await touchWeeks(tx, [weekRange(week, 'UTC').start]);
  return moved.length > 0;
}

async function publishedFigures({ tx }: Work, week: Week): Promise<Figures> {
  const published = await findScorecard(tx, week);
  return published ? figuresOf(published.scorecard) : {};
}
