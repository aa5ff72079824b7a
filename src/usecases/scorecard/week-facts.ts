import type { ScorecardFacts } from '../../domain/scorecard/cohort.ts';
import { cohortOf } from '../../domain/scorecard/cohort.ts';
import { type Standing, standingOf } from '../../domain/scorecard/moved.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import type { PromiseCalendar } from '../../domain/team/person.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { shiftWeek, type Week, weekRange } from '../../domain/time/week.ts';
import { countUndecidedOf } from '../../store/lead/undecided-pairs.ts';
import { findSpendBetween } from '../../store/money/spend.ts';
import {
  findBooked,
  findFirstArrival,
  findLeadFacts,
  findReasonFacts,
  findScorecard,
} from '../../store/scorecard/scorecard.ts';
import { findWeekCalendar } from '../../store/scorecard/week-shares.ts';
import type { Work } from '../work.ts';

/** By what a week is counted: where it begins and ends, in which currency and in which working time it is told. */
export interface Measure extends Pick<Settings, 'timezone' | 'currency' | 'calendar'> {
  /** Epoch ms; null: with its Monday. */
  startsAt: number | null;
}

/** A published week keeps its own; any other has that of today, and begins where the one before it ended, though that had another zone. */
export async function measureOf(work: Work, week: Week): Promise<Measure> {
  const { tx, settings } = work;
  const published = await findScorecard(tx, week);
  if (published) return publishedMeasure(work, published.scorecard);
  const { timezone, currency, calendar } = settings;
  const before = await findScorecard(tx, shiftWeek(week, -1));
  const isOtherZone = before !== null && before.scorecard.timezone !== timezone;
  const startsAt = isOtherZone ? weekRange(before.scorecard.week, before.scorecard.timezone).end : null;
  return { timezone, currency, calendar, startsAt };
}

async function publishedMeasure({ tx, settings }: Work, card: Scorecard): Promise<Measure> {
  const { week, timezone, currency, startsAt } = card;
  const kept = await findWeekCalendar(tx, week);
  return { timezone, currency, startsAt, calendar: kept?.calendar ?? settings.calendar };
}

/** As it is kept with a week. */
export function calendarOf({ calendar, timezone }: Measure): PromiseCalendar {
  return { ...calendar, zone: timezone, leave: [] };
}

/** Of the week and of so many before it. The cost is that of their leads. */
export async function loadFacts(
  { tx, now, settings }: Work,
  week: Week,
  { measure, weeks }: { measure: Measure; weeks: number },
): Promise<ScorecardFacts> {
  const { timezone, currency, calendar, startsAt } = measure;
  const last = weekRange(week, timezone);
  const earliest = weekRange(shiftWeek(week, 1 - weeks), timezone);
  const start = Math.min(earliest.start, startsAt ?? earliest.start);
  return {
    leads: await findLeadFacts(tx, start, last.end),
    spend: await findSpendBetween(tx, earliest.from, last.to),
    booked: await findBooked(tx, start, last.end),
    reasons: await findReasonFacts(tx),
    firstArrival: await findFirstArrival(tx),
    undecidedPairs: await countUndecidedOf(tx, last),
    startsAt,
    settings: { ...settings, timezone, currency, calendar },
    now,
  };
}

/** How one week stands now. */
export async function loadStanding(work: Work, week: Week, measure: Measure): Promise<Standing> {
  const facts = await loadFacts(work, week, { measure, weeks: 1 });
  return standingOf(cohortOf(week, facts, measure.startsAt));
}
