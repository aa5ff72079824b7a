import { agendaOwner } from '../../domain/scorecard/agenda-owner.ts';
import { cohortOf } from '../../domain/scorecard/cohort.ts';
import { type Standing, standingOf } from '../../domain/scorecard/moved.ts';
import { buildScorecard, type Scorecard, TREND_WEEKS } from '../../domain/scorecard/scorecard.ts';
import type { Week } from '../../domain/time/week.ts';
import { findScorecardBefore } from '../../store/scorecard/scorecard.ts';
import { readAnswered } from '../rejects/read-answered.ts';
import type { Work } from '../work.ts';
import { loadFacts, type Measure, measureOf } from './week-facts.ts';

interface Computed {
  scorecard: Scorecard;
  /** What the week itself is made of. */
  standing: Standing;
  measure: Measure;
}

/** As it stands now, as the team measures today or as it did when the week was published. The cost is that of the leads of the weeks it compares. */
export async function computeScorecard(work: Work, week: Week): Promise<Computed> {
  const { tx, now, settings } = work;
  const measure = await measureOf(work, week);
  const facts = {
    ...(await loadFacts(work, week, { measure, weeks: TREND_WEEKS })),
    answers: await readAnswered(work, week, measure.timezone),
  };
  const owners = {
    sales: agendaOwner('sales', settings, now),
    marketing: agendaOwner('marketing', settings, now),
  };
  const before = await findScorecardBefore(tx, week);
  return {
    scorecard: buildScorecard(week, facts, owners, before?.scorecard),
    standing: standingOf(cohortOf(week, facts, measure.startsAt)),
    measure,
  };
}
