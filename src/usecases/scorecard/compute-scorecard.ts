import { buildScorecard, type Scorecard, TREND_WEEKS } from '../../domain/scorecard/scorecard.ts';
import { living } from '../../domain/team/person.ts';
import { shiftWeek, type Week, weekRange } from '../../domain/time/week.ts';
import { countUndecidedOf } from '../../store/lead/undecided-pairs.ts';
import { findSpendBetween } from '../../store/money/spend.ts';
import {
  findBooked,
  findFirstArrival,
  findLeadFacts,
  findReasonFacts,
} from '../../store/scorecard/scorecard.ts';
import { readAnswered } from '../rejects/read-answered.ts';
import type { Work } from '../work.ts';

/** In which zone a week begins and ends, and in which currency it is told. */
type Measure = Pick<Scorecard, 'timezone' | 'currency'>;

/** As it stands now, as the team measures today or as it did then. The cost is that of the leads of the weeks it compares. */
export async function computeScorecard(
  { tx, now, ...work }: Work,
  week: Week,
  { timezone, currency }: Measure = work.settings,
): Promise<Scorecard> {
  const settings = { ...work.settings, timezone, currency };
  const first = weekRange(shiftWeek(week, 1 - TREND_WEEKS), settings.timezone);
  const last = weekRange(week, settings.timezone);
  const facts = {
    leads: await findLeadFacts(tx, first.start, last.end),
    spend: await findSpendBetween(tx, first.from, last.to),
    booked: await findBooked(tx, first.start, last.end),
    reasons: await findReasonFacts(tx),
    answers: await readAnswered({ tx }, week, timezone),
    firstArrival: await findFirstArrival(tx),
    undecidedPairs: await countUndecidedOf(tx, last),
    settings,
    now,
  };
  const [sales = null] = living(settings.managers, settings);
  const [marketing = null] = living(settings.marketers, settings);
  const owners = { sales, marketing };
  return buildScorecard(week, facts, owners);
}
