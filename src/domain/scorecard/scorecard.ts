/**
 * The scorecard: what one week's leads came to, read by both sides in the same words.
 *
 * Leads are counted in the ISO week of their arrival in the team's zone, and compared with the week before and with the four weeks
 * before; beside them stands what was won in the week itself, whenever its leads arrived. Published once and kept as it was; a week that is asked for and was not published is computed at that moment.
 * Two scorecards are the same when their week is.
 *
 * Each number is defined in metrics. Published by usecases/scorecard/publish-scorecard, shown by slack/views/scorecard/scorecard-head and
 * scorecard-parts, stored by store/scorecard.
 */

import type { LeadsOwed } from '../goal/leads-owed.ts';
import type { GoalPace } from '../goal/pace.ts';
import type { Money } from '../money/money.ts';
import { spendWithin } from '../money/spend.ts';
import { shiftWeek, type Week } from '../time/week.ts';
import { type AgendaItem, agendaOf, fatesOf, type LastAgenda, type Owners } from './agenda.ts';
import type { AnsweredRejects } from './answered-rejects.ts';
import { otherBooked } from './booked.ts';
import { type BuyingSegment, buyingSegments } from './buying.ts';
import { bySource, type SourceRow } from './by-source.ts';
import {
  type Cohort,
  cohortOf,
  hasBegun,
  isOpenLead,
  isQualified,
  type ScorecardFacts,
  spentIn,
} from './cohort.ts';
import { type ComparedMetrics, compareWeeks } from './compare.ts';
import { GROWN_AFTER, type GrownWeek, grownWeek } from './grown.ts';
import type { MissedWeek } from './missed.ts';
import { NO_STORIES, type StoriesOfWeek, storiesOfWeek } from './stories.ts';
import { type Rejection, whyRejected } from './why-rejected.ts';

export interface Scorecard {
  week: Week;
  /** YYYY-MM-DD, Monday and Sunday. */
  from: string;
  to: string;
  /** Epoch ms. */
  computedAt: number;
  timezone: string;
  currency: string;
  /** Epoch ms; null: with its Monday. Where the week before was published in another zone it begins when that one ended: no lead is in two. */
  startsAt: number | null;
  metrics: ComparedMetrics;
  /** Over how many of the four weeks before the average is taken: fewer while Tango is young. */
  averagedWeeks: number;
  /** The week and the seven before it, the oldest first. */
  trend: { week: Week; leads: number; qualified: number; won: number }[];
  /**
   * Of this week's leads: without a verdict, qualified and neither won nor lost, never promised anything; and those that may be of somebody who was
   * counted already, which nobody has decided.
   */
  open: { leads: number; deals: number; withoutCard: number; pairs: number };
  leftOut: { tests: number; notCounted: number };
  /** Of both sides in minor units of the currency; null when none is recorded. */
  spend: number | null;
  /** What was spent in other currencies: said, never added. Minor units. */
  otherSpend: { currency: string; minor: number }[];
  /** What was won in the week in other currencies: said, never added. */
  otherBooked: Money[];
  /** An earlier week whose leads are old enough to be judged, as it stands now; null where none arrived in it. */
  grown: GrownWeek | null;
  sources: SourceRow[];
  rejections: Rejection[];
  /** What marketing has answered to rejects; with what became of the reason where that was four weeks before. */
  answers: AnsweredRejects[];
  buying: BuyingSegment[];
  /** Those that count for the months and quarters that the week touches, as far as they had come at its end. */
  goals: GoalPace[];
  /** By marketing; null: no goal says how many. */
  leadsOwed: LeadsOwed | null;
  agenda: AgendaItem[];
  /** What became of the agenda that was published last before this week; null: none was. */
  lastAgenda: LastAgenda | null;
  /** Weeks before it that were not posted, as it was published itself; none of a week as it stands. */
  missed: MissedWeek[];
  stories: StoriesOfWeek;
}

const AVERAGED_WEEKS = 4;
/** In all, with the week itself. */
export const TREND_WEEKS = 8;

/** `last`: what was published last before the week. */
export function buildScorecard(
  week: Week,
  facts: ScorecardFacts,
  owners: Owners,
  last: Pick<Scorecard, 'week' | 'agenda'> | null = null,
): Scorecard {
  const recent = Array.from({ length: TREND_WEEKS }, (_, ago) =>
    cohortOf(shiftWeek(week, -ago), facts, ago === 0 ? facts.startsAt : null),
  );
  const [cohort = cohortOf(week, facts), weekBefore = cohort] = recent;
  const before = recent.slice(1, 1 + AVERAGED_WEEKS).filter((each) => hasBegun(each, facts));
  const metrics = compareWeeks(cohort, weekBefore, before);
  const rejections = whyRejected(cohort, facts.reasons);
  const spend = spentIn(cohort, () => true);
  const sources = bySource(cohort);
  const { currency } = facts.settings;
  const { silent = [], unanswered = [] } = facts;
  const matters = { metrics, rejections, spend, sources, currency, silent, unanswered };
  return {
    week,
    from: cohort.range.from,
    to: cohort.range.to,
    computedAt: facts.now,
    timezone: facts.settings.timezone,
    currency,
    startsAt: facts.startsAt ?? null,
    metrics,
    averagedWeeks: before.length,
    trend: recent.toReversed().map(trendPoint),
    open: openOf(cohort, facts.undecidedPairs),
    leftOut: cohort.leftOut,
    spend,
    otherSpend: otherSpend(cohort),
    otherBooked: otherBooked(cohort),
    grown: grownWeek(recent[GROWN_AFTER]),
    sources,
    rejections,
    answers: [...(facts.answers ?? [])],
    buying: buyingSegments(recent),
    goals: facts.goals ?? [],
    leadsOwed: facts.leadsOwed ?? null,
    agenda: agendaOf(matters, owners),
    lastAgenda: last && { week: last.week, items: fatesOf(last.agenda, matters) },
    missed: [],
    stories: facts.stories ? storiesOfWeek(facts.stories, facts.now) : NO_STORIES,
  };
}

function trendPoint({ week, leads }: Cohort) {
  const won = leads.filter(({ state }) => state === 'won').length;
  return { week, leads: leads.length, qualified: leads.filter(isQualified).length, won };
}

function openOf({ leads }: Cohort, pairs: number): Scorecard['open'] {
  const open = leads.filter(isOpenLead);
  return {
    leads: open.length,
    deals: leads.filter(({ state }) => state === 'qualified').length,
    withoutCard: leads.filter(({ cardChannel, promises }) => cardChannel === null && promises.length === 0)
      .length,
    pairs,
  };
}

function otherSpend({ spend, range, settings }: Cohort): Scorecard['otherSpend'] {
  const others = spend.filter(({ amount }) => amount.currency !== settings.currency);
  return [...Map.groupBy(others, ({ amount }) => amount.currency)]
    .map(([currency, rows]) => ({
      currency,
      minor: rows.reduce((sum, row) => sum + spendWithin(row, range.from, range.to), 0),
    }))
    .filter(({ minor }) => minor !== 0);
}
