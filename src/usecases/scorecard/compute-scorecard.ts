import { agendaOwner } from '../../domain/scorecard/agenda-owner.ts';
import { cohortOf } from '../../domain/scorecard/cohort.ts';
import { type Standing, standingOf } from '../../domain/scorecard/moved.ts';
import { buildScorecard, type Scorecard, TREND_WEEKS } from '../../domain/scorecard/scorecard.ts';
import { teamCalendar } from '../../domain/time/calendar.ts';
import { type Week, weekRange } from '../../domain/time/week.ts';
import { findScorecardBefore } from '../../store/scorecard/scorecard.ts';
import { findStoriesFacts } from '../../store/scorecard/stories.ts';
import { listSilentAt } from '../../store/source/alert.ts';
import { readGoals } from '../goal/read-goals.ts';
import { readAnswered, readUnanswered } from '../rejects/read-answered.ts';
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
  // What is so at its end, or so far.
  const until = Math.min(weekRange(week, measure.timezone).end, now + 1);
  const facts = {
    ...(await loadFacts(work, week, { measure, weeks: TREND_WEEKS })),
    silent: await listSilentAt(tx, until),
    unanswered: await readUnanswered(work, until),
    ...(await readGoals(tx, weekRange(week, measure.timezone), {
      time: {
        at: Math.min(weekRange(week, measure.timezone).end, now),
        calendar: teamCalendar({ ...settings, timezone: measure.timezone }),
      },
      currency: measure.currency,
    })),
    answers: await readAnswered(work, week, measure.timezone),
    stories: await findStoriesFacts(tx, weekRange(week, measure.timezone)),
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
